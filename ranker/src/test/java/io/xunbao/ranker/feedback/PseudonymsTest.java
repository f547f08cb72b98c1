package io.xunbao.ranker.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {
  @Test
  void draw_ofTexts_isEvenAndOfTheKeyAndThePurpose() {
    Pseudonyms mine = new Pseudonyms(new byte[32]);
    byte[] other = new byte[32];
    other[0] = 1;
    Pseudonyms theirs = new Pseudonyms(other);
    int positive = 0;
    for (int i = 0; i < 4_000; i++) {
      String text = "u-" + i;
      long draw = mine.draw("side", text);
      assertThat(mine.draw("side", text)).isEqualTo(draw);
      assertThat(mine.draw("coins", text)).isNotEqualTo(draw);
      assertThat(theirs.draw("side", text)).isNotEqualTo(draw);
      positive += draw > 0 ? 1 : 0;
    }
    assertThat(positive).isBetween(1_800, 2_200);
  }

  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @Test
  void of_sameKey_sameUser_isStable() {
    assertThat(new Pseudonyms(KEY).of("u-17")).isEqualTo(new Pseudonyms(KEY).of("u-17"));
  }

  /** Computed by {@code printf %s u-17 | openssl dgst -sha256 -hmac KEY -binary}. */
  @Test
  void of_knownKey_isTheTruncatedHmac() {
    assertThat(new Pseudonyms(KEY).of("u-17")).isEqualTo("u~1U0QzvkfZT0Edoyx3t9PPw");
  }

  @Test
  void of_otherKey_differs() {
    byte[] other = KEY.clone();
    other[0]++;
    assertThat(new Pseudonyms(other).of("u-17")).isNotEqualTo(new Pseudonyms(KEY).of("u-17"));
  }

  @Seeded
  @Test
  void of_anyUsers_isIdempotentAndDistinct(RandomGenerator random) {
    Pseudonyms pseudonyms = new Pseudonyms(KEY);
    Set<String> users = new HashSet<>();
    Set<String> found = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String user = "user " + random.nextLong();
      String pseudonym = pseudonyms.of(user);
      users.add(user);
      found.add(pseudonym);
      assertThat(Pseudonyms.isPseudonym(pseudonym)).isTrue();
      assertThat(pseudonyms.of(pseudonym)).isEqualTo(pseudonym);
      assertThat(pseudonym).doesNotContain(user);
    }
    assertThat(found).hasSameSizeAs(users);
  }

  @Test
  void of_textWithTheMarkOnly_isNoPseudonym() {
    assertThat(new Pseudonyms(KEY).of("u~alice")).isNotEqualTo("u~alice");
  }

  @Test
  void load_keyFile_readsIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    Files.writeString(file, java.util.HexFormat.of().formatHex(KEY) + "\n");
    assertThat(Pseudonyms.load(file).of("u-17")).isEqualTo(new Pseudonyms(KEY).of("u-17"));
  }

  @Test
  void load_noHexadecimal_doesNotShowTheContent(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    Files.writeString(file, "my secret passphrase");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pseudonyms.load(file))
        .withMessageContaining("openssl rand -hex 32")
        .withMessageNotContaining("secret passphrase")
        .withNoCause();
  }

  @Test
  void new_shortKey_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pseudonyms(new byte[8]))
        .withMessageContaining("at least 32 bytes, got 8");
  }
}
