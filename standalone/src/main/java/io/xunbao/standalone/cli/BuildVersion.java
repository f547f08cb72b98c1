package io.xunbao.standalone.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and the Java that runs it. */
final class BuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "xunbao " + (version == null ? "(not packaged)" : version), "java " + Runtime.version()
    };
  }
}
