package io.xunbao.indexer.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to change an index, held by one process at a time. The operating system takes it back
 * when the process dies, so a lock that is left behind never blocks anybody.
 */
public final class IndexLock implements Closeable {
  private static final String NAME = ".lock";

  private final FileChannel channel;

  private IndexLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws IndexInUseException when another process, or another part of this one, holds it
   */
  public static IndexLock take(IndexDirectory index) throws IOException {
    Files.createDirectories(index.root());
    Path file = index.root().resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IndexInUseException(index.root(), owner(file));
    }
    byte[] owner =
        ("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8);
    channel.truncate(0).write(ByteBuffer.wrap(owner), 0);
    return new IndexLock(channel);
  }

  /** Who holds the lock of an index, in words. */
  public static String owner(IndexDirectory index) {
    return owner(index.root().resolve(NAME));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  private static String owner(Path file) {
    try {
      String owner = Files.readString(file).strip();
      return owner.isEmpty() ? "unknown" : owner;
    } catch (IOException unreadable) {
      return "unknown";
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
