package io.xunbao.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The CPU time of this process, native threads included: what a piece of work costs, however many
 * others share the machine.
 */
public final class CpuTime {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long start = SYSTEM.getProcessCpuTime();

  /** CPU seconds since this was made. */
  public double seconds() {
    return (SYSTEM.getProcessCpuTime() - start) / 1e9;
  }
}
