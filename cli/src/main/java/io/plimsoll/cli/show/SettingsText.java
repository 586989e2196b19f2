package io.plimsoll.cli.show;

import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Retries;
import io.plimsoll.endpoint.Schedule;
import io.plimsoll.endpoint.TimeSpan;
import java.time.Instant;
import java.util.List;

/** How the runs of a published training are run, a line each. */
record SettingsText(EndpointSettings settings, Instant now) {
    private static final List<String> UNITS = List.of("GiB", "MiB", "KiB");

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("  runs      ")
                .append(settings.concurrency().label())
                .append(" while another run of the model goes on")
                .append(", priority ")
                .append(settings.priority())
                .append('\n');
        text.append("  retries   ").append(retries(settings.retries())).append('\n');
        settings.scheduled()
                .ifPresent(schedule ->
                        text.append("  schedule  ").append(schedule(schedule)).append('\n'));
        String limits = limits();
        return limits.isEmpty()
                ? text.toString()
                : text.append("  limits    ").append(limits).append('\n').toString();
    }

    private static String retries(Retries retries) {
        return retries.most() == 0
                ? "none"
                : retries.most() + " after faults of the machine, the first after "
                        + new TimeSpan(retries.backOffSeconds()).text();
    }

    private String schedule(Schedule schedule) {
        String next = schedule.next(now)
                .map(time -> ", next at " + RunShow.time(time) + " UTC")
                .orElse("");
        return schedule.cron() + " in " + schedule.zone() + next + ", missed: "
                + schedule.missed().label();
    }

    private String limits() {
        Long bytes = settings.memoryBytes();
        Long seconds = settings.timeoutSeconds();
        String memory = bytes == null ? "" : memory(bytes) + " of memory";
        String time = seconds == null ? "" : new TimeSpan(seconds).text();
        return memory.isEmpty() || time.isEmpty() ? memory + time : memory + ", " + time;
    }

    private static String memory(long bytes) {
        for (int i = 0; i < UNITS.size(); i++) {
            long unit = 1L << (30 - 10 * i);
            if (bytes >= unit && bytes % unit == 0) {
                return bytes / unit + UNITS.get(i);
            }
        }
        return bytes + "B";
    }
}
