package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a CSV file is written.
 *
 * @param nulls what else than nothing stands for a missing value, exactly as written
 */
@Description("How CSV files are written")
public record CsvOptions(
        @Description("What stands between fields: comma, semicolon, tab or pipe, or the character itself")
        @Default("comma")
        Delimiter delimiter,

        @Description("The encoding of the text, such as utf-8, utf-16, latin-1 or windows-1252") @Default("utf-8")
        Charset encoding,

        @Description("Texts that mean a missing value, besides a blank field") @Default("[]")
        List<String> nulls,

        @Description("What stands before the decimals of a number: point or comma") @Default("point")
        DecimalMark decimal) {
    /** As CSV is mostly written: RFC 4180 in UTF-8. */
    public static final CsvOptions USUAL =
            new CsvOptions(Delimiter.COMMA, StandardCharsets.UTF_8, List.of(), DecimalMark.POINT);

    public CsvOptions {
        nulls = List.copyOf(nulls);
    }
}
