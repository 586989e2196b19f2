package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scoring writes besides the predictions. */
@Description("What scoring writes besides the predictions")
public record OutputConfig(
        @Description("Columns of the modelling table that go with each prediction") @Default("[]")
        List<String> keep,

        @Description("Folder that the scores are copied to, relative to the project folder") @Nullable
        String copyTo) {
    public OutputConfig {
        keep = List.copyOf(keep);
    }
}
