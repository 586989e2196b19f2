package io.plimsoll.server.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A log record as one JSON object on one line, whatever its parts contain. */
final class LogLine extends Formatter {
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String format(LogRecord logged) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", logged.getInstant().toString());
        line.put("level", logged.getLevel().getName());
        line.put("logger", String.valueOf(logged.getLoggerName()));
        put(line, "request", RequestId.current());
        line.put("message", formatMessage(logged));
        put(line, "error", trace(logged.getThrown()));
        return mapper.writeValueAsString(line) + "\n";
    }

    private static @Nullable String trace(@Nullable Throwable thrown) {
        if (thrown == null) {
            return null;
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value);
        }
    }
}
