package io.xunbao.queryapi.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.search.Matching;
import io.xunbao.indexer.search.PageKey;
import io.xunbao.queryapi.InvalidRequest;
import io.xunbao.testing.Seeded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PageCursorTest {
  private final PageCursor cursor =
      new PageCursor("gen-1/2", "q", 10, Matching.MOST, "ab:c", new PageKey(-5, "id\nwith line"));

  @Test
  void decode_encoded_isTheSame() {
    assertThat(PageCursor.decode(cursor.encode())).isEqualTo(cursor);
  }

  @Seeded
  @Test
  void decode_anyChangedCharacter_isRefused(RandomGenerator random) {
    String text = cursor.encode();
    for (int i = 0; i < 200; i++) {
      StringBuilder changed = new StringBuilder(text);
      int at = random.nextInt(text.length() - 1);
      changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');

      assertThatThrownBy(() -> PageCursor.decode(changed.toString()))
          .isInstanceOf(InvalidRequest.class);
    }
  }

  @Test
  void fingerprint_differentParts_differ() {
    assertThat(PageCursor.fingerprint("a", "b")).isEqualTo(PageCursor.fingerprint("a", "b"));
    assertThat(PageCursor.fingerprint("a", "b")).isNotEqualTo(PageCursor.fingerprint("ab", ""));
  }
}
