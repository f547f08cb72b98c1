package io.xunbao.ranker.model;

import java.util.regex.Pattern;

/** Rules for the names that become parts of paths, so that no name leads out of the registry. */
final class Names {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern VERSION = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private Names() {}

  static String requireKind(String kind) {
    return require(KIND, kind, "kind");
  }

  static String requireVersion(String version) {
    return require(VERSION, version, "version");
  }

  static String requireFile(String file) {
    return require(FILE, file, "file name");
  }

  static boolean isVersion(String name) {
    return VERSION.matcher(name).matches();
  }

  static boolean isKind(String name) {
    return KIND.matcher(name).matches();
  }

  private static String require(Pattern rule, String name, String what) {
    if (name == null || !rule.matcher(name).matches()) {
      throw new ModelRefused("a " + what + " must match " + rule + ", got '" + name + "'");
    }
    return name;
  }
}
