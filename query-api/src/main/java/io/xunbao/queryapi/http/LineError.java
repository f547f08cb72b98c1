package io.xunbao.queryapi.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A line of a request's body that was refused.
 *
 * @param line from 1
 * @param rule names the rule that it breaks
 * @param detail the rule and the value, in a sentence
 */
@JsonPropertyOrder({"line", "rule", "detail"})
record LineError(int line, String rule, String detail) {}
