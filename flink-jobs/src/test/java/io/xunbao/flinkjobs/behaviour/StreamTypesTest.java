package io.xunbao.flinkjobs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.BehaviourEvent;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No stream and no state falls back to Kryo, whose form changes with its version. */
class StreamTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        RawEvent.class,
        CheckedEvent.class,
        RejectedEvent.class,
        BehaviourEvent.class,
        RateLimit.class,
        Conduct.class,
        Visit.class
      })
  void serializer_eachRecord_isThatOfAPojo(Class<?> type) {
    Configuration strict = new Configuration().set(PipelineOptions.GENERIC_TYPES, false);
    TypeInformation<?> information = TypeInformation.of(type);
    assertThat(information).isInstanceOf(PojoTypeInfo.class);
    assertThat(information.createSerializer(new SerializerConfigImpl(strict))).isNotNull();
  }
}
