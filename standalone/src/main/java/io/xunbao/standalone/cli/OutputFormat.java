package io.xunbao.standalone.cli;

/** How results are printed: for people or for machines. */
enum OutputFormat {
  TEXT,
  JSON
}
