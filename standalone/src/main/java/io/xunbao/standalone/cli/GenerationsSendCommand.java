package io.xunbao.standalone.cli;

import io.xunbao.indexer.share.SnapshotSharing;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sends the served snapshot to a shared store. */
@Command(
    name = "send",
    description = "Send the served snapshot to a shared store; only files that are not there yet.")
final class GenerationsSendCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption option = new IndexOption();

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    SnapshotSharing sharing = new SnapshotSharing(option.required(), store.store());
    return store.run(
        () ->
            sharing
                .send()
                .map(
                    sent ->
                        sent.snapshot()
                            + "\tsent\t"
                            + sent.files()
                            + " files\t"
                            + sent.bytes()
                            + " bytes"),
        spec.commandLine().getOut(),
        spec.commandLine().getErr());
  }
}
