package io.xunbao.ikdict.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a made file is newer than the classes and jars that it is made from. */
final class Freshness {
  private static final List<String> MAKERS = List.of("build", "lexicon");

  private Freshness() {}

  static boolean isNewerThanItsSources(Path made) throws IOException {
    if (!Files.exists(made)) {
      return false;
    }
    FileTime time = Files.getLastModifiedTime(made);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (isNewer(Path.of(entry), time)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNewer(Path entry, FileTime time) throws IOException {
    if (!Files.isDirectory(entry)) {
      return Files.exists(entry) && Files.getLastModifiedTime(entry).compareTo(time) > 0;
    }
    for (String maker : MAKERS) {
      try (Stream<Path> classes = Files.walk(entry.resolve("io/xunbao/ikdict/" + maker))) {
        for (Path path : classes.filter(p -> p.toString().endsWith(".class")).toList()) {
          if (Files.getLastModifiedTime(path).compareTo(time) > 0) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
