package io.xunbao.flinkjobs.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileSplitSerializerTest {
  @Test
  void roundTrip_splits_areTheSame() throws IOException {
    List<FileSplit> splits = List.of(new FileSplit(0, 0), new FileSplit(3, 1L << 39));
    var lists = new FileSplitSerializer.OfList();
    assertThat(lists.deserialize(lists.getVersion(), lists.serialize(splits))).isEqualTo(splits);
    var one = new FileSplitSerializer.OfSplit();
    assertThat(one.deserialize(one.getVersion(), one.serialize(splits.get(1))))
        .isEqualTo(splits.get(1));
  }

  @Test
  void deserialize_unknownVersion_isRefused() {
    assertThatThrownBy(() -> new FileSplitSerializer.OfList().deserialize(9, new byte[12]))
        .hasMessageContaining("got version 9");
  }
}
