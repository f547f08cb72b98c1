package io.xunbao.flinkjobs.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The operator of {@link CountActions} with clocks in the hands of the test. */
final class StatsHarness implements AutoCloseable {
  /** The default of 5 MB is less than the whole log needs. */
  private static final int MOST_STATE = 256 << 20;

  private final StatsSettings settings;
  private final List<ProductStats> told = new ArrayList<>();
  private final List<ProductAction> late = new ArrayList<>();

  private KeyedOneInputStreamOperatorTestHarness<String, ProductAction, ProductStats> operator;
  private long time;

  private final StateBackend backend;

  StatsHarness(StatsSettings settings) throws Exception {
    this(settings, new HashMapStateBackend());
  }

  StatsHarness(StatsSettings settings, StateBackend backend) throws Exception {
    this.settings = settings;
    this.backend = backend;
    this.operator = make();
    operator.open();
  }

  private KeyedOneInputStreamOperatorTestHarness<String, ProductAction, ProductStats> make()
      throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, ProductAction, ProductStats> made =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CountActions(settings)),
            ProductAction::product,
            Types.STRING);
    made.setCheckpointStorage(new JobManagerCheckpointStorage(MOST_STATE));
    made.setStateBackend(backend);
    return made;
  }

  void send(ProductAction action) throws Exception {
    operator.processElement(action, action.at());
  }

  void watermark(long millis) throws Exception {
    operator.processWatermark(millis);
  }

  void time(long millis) throws Exception {
    time = millis;
    operator.setProcessingTime(millis);
  }

  /** A crash right after a checkpoint. */
  void restart() throws Exception {
    OperatorSubtaskState snapshot = operator.snapshot(1, 1);
    drain();
    operator.close();
    operator = make();
    operator.initializeState(snapshot);
    operator.open();
    operator.setProcessingTime(time);
  }

  private void drain() {
    told.addAll(operator.extractOutputValues());
    operator.getOutput().clear();
    Queue<StreamRecord<ProductAction>> side = operator.getSideOutput(ProductStatsJob.LATE);
    if (side != null) {
      side.forEach(record -> late.add(record.getValue()));
      side.clear();
    }
  }

  /** Everything told so far, in order. */
  List<ProductStats> stats() {
    drain();
    return told;
  }

  List<ProductAction> late() {
    drain();
    return late;
  }

  int entries() {
    return operator.numKeyedStateEntries();
  }

  /** Hours kept of a product. */
  int buckets(String product) throws Exception {
    KeyedProcessOperator<?, ?, ?> inner = (KeyedProcessOperator<?, ?, ?>) operator.getOperator();
    HeapKeyedStateBackend<String> backend =
        (HeapKeyedStateBackend<String>) inner.<String>getKeyedStateBackend();
    backend.setCurrentKey(product);
    var hours =
        backend.getPartitionedState(
            org.apache.flink.runtime.state.VoidNamespace.INSTANCE,
            org.apache.flink.runtime.state.VoidNamespaceSerializer.INSTANCE,
            new org.apache.flink.api.common.state.MapStateDescriptor<>(
                "hours",
                Types.LONG,
                org.apache.flink.api.common.typeinfo.TypeInformation.of(Counts.class)));
    int size = 0;
    for (Long ignored : hours.keys()) {
      size++;
    }
    return size;
  }

  @Override
  public void close() throws Exception {
    operator.close();
  }
}
