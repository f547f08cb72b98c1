package io.xunbao.indexer.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * Where all the records went. It cannot be made unless the law holds that nothing is lost: records
 * in = indexed + superseded + quarantined.
 *
 * @param recordsIn everything that the sources held
 * @param live products whose latest version can be searched
 * @param deleted products whose latest version is a tombstone
 * @param late older versions that came after a newer one
 * @param replaced versions that a later one replaced
 * @param duplicates records that say exactly what an earlier one said
 * @param quarantined records that were refused
 */
public record RecordSums(
    long recordsIn,
    long live,
    long deleted,
    long late,
    long replaced,
    long duplicates,
    long quarantined) {

  public RecordSums {
    long out = live + deleted + late + replaced + duplicates + quarantined;
    if (out != recordsIn) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "records are lost or counted twice: %,d in, but %,d indexed (%,d of them deleted) +"
                  + " %,d superseded + %,d quarantined = %,d",
              recordsIn,
              live + deleted,
              deleted,
              late + replaced + duplicates,
              quarantined,
              out));
    }
  }

  /** Products in their latest version, tombstones among them. */
  @JsonProperty
  public long indexed() {
    return live + deleted;
  }

  /** Accepted records that are not the latest version of their product. */
  @JsonProperty
  public long superseded() {
    return late + replaced + duplicates;
  }

  /** The law with its numbers, such as {@code 10 in = 7 indexed + 2 superseded + 1 quarantined}. */
  public String proof() {
    return String.format(
        Locale.ROOT,
        "%,d records in = %,d indexed + %,d superseded + %,d quarantined",
        recordsIn,
        indexed(),
        superseded(),
        quarantined);
  }
}
