package io.xunbao.queryapi.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller reads when a request fails, in the form of RFC 9457.
 *
 * @param code names the rule for programs; it never changes
 * @param title the rule in a few words, the same for every occurrence
 * @param status HTTP status
 * @param detail the rule, the value that broke it and the way out
 * @param parameter the request parameter at fault; null where none is
 * @param instance identifies the occurrence, and is found in the access log; null before it is sent
 * @param errors the lines of the body at fault, the first of them; null where the body is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "code", "title", "status", "detail", "parameter", "errors", "instance"})
record Problem(
    String code,
    String title,
    int status,
    String detail,
    @Nullable String parameter,
    @Nullable String instance,
    @Nullable List<LineError> errors) {
  static final String MEDIA_TYPE = "application/problem+json";

  Problem(
      String code,
      String title,
      int status,
      String detail,
      @Nullable String parameter,
      @Nullable String instance) {
    this(code, title, status, detail, parameter, instance, null);
  }

  Problem {
    errors = errors == null ? null : List.copyOf(errors);
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status of a problem must be 400 to 599, got " + status);
    }
  }

  /** The URI reference that names the kind of problem (RFC 9457, 3.1.1). */
  @JsonProperty
  String type() {
    return "urn:xunbao:problem:" + code;
  }

  Problem at(String requestId) {
    return new Problem(
        code, title, status, detail, parameter, "urn:xunbao:request:" + requestId, errors);
  }
}
