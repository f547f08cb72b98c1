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
import java.util.List;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The right to change an index, held by one process at a time. There are two, so that a build can
 * go on beside a stream: to write into the generation that is served, and to make, swap and drop
 * generations. The operating system takes them back when the process dies, so a lock that is left
 * behind never blocks anybody.
 */
public final class IndexLock implements Closeable {
  private static final String WRITING = ".lock";
  private static final String BUILDING = ".build.lock";

  private final List<FileChannel> channels;

  private IndexLock(List<FileChannel> channels) {
    this.channels = channels;
  }

  /**
   * Takes the right to write into the generation that is served.
   *
   * @throws IndexInUseException when another process, or another part of this one, holds it
   */
  public static IndexLock take(IndexDirectory index) throws IOException {
    return new IndexLock(List.of(channel(index, WRITING)));
  }

  /**
   * Takes the right to make, swap and drop generations. Who holds it alone leaves the writing of
   * the served generation, and that generation itself, to others.
   *
   * @throws IndexInUseException when another process, or another part of this one, holds it
   */
  public static IndexLock takeToBuild(IndexDirectory index) throws IOException {
    return new IndexLock(List.of(channel(index, BUILDING)));
  }

  /**
   * Takes both rights: nobody else changes anything.
   *
   * @throws IndexInUseException when another process, or another part of this one, holds one of
   *     them
   */
  public static IndexLock takeWhole(IndexDirectory index) throws IOException {
    FileChannel building = channel(index, BUILDING);
    try {
      return new IndexLock(List.of(channel(index, WRITING), building));
    } catch (IOException held) {
      IOUtils.closeWhileHandlingException(building);
      throw held;
    }
  }

  private static FileChannel channel(IndexDirectory index, String name) throws IOException {
    Files.createDirectories(index.root());
    Path file = index.root().resolve(name);
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
    return channel;
  }

  /** Who writes into the served generation, in words. */
  public static String owner(IndexDirectory index) {
    return owner(index.root().resolve(WRITING));
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
    IOUtils.close(channels);
  }
}
