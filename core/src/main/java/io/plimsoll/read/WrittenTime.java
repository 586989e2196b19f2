package io.plimsoll.read;

/** Tells dates and timestamps from their bytes (ISO 8601, without a zone). */
final class WrittenTime {
    private static final int DATE_LENGTH = 10;
    private static final int MINUTES = 16;
    private static final int SECONDS = 19;
    private static final int LONGEST = 26;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private WrittenTime() {}

    static boolean isDateLike(byte[] text, int from, int to) {
        return to - from >= DATE_LENGTH && text[from + 4] == '-' && text[from + 7] == '-';
    }

    static ValueKind kind(byte[] text, int from, int to) {
        int length = to - from;
        if (!isDate(text, from)) {
            return ValueKind.TEXT;
        }
        if (length == DATE_LENGTH) {
            return ValueKind.DATE;
        }
        boolean shaped = length == MINUTES || length == SECONDS || (length > SECONDS + 1 && length <= LONGEST);
        if (!shaped || (text[from + 10] != ' ' && text[from + 10] != 'T') || !isTime(text, from + 11, to)) {
            return ValueKind.TEXT;
        }
        for (int i = from + 11; i < to; i++) {
            if (text[i] >= '1' && text[i] <= '9') {
                return ValueKind.TIMESTAMP;
            }
        }
        return ValueKind.MIDNIGHT;
    }

    private static boolean isDate(byte[] text, int from) {
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
    }

    private static boolean isTime(byte[] text, int from, int to) {
        int hour = number(text, from, 2);
        int minute = number(text, from + 3, 2);
        boolean toTheMinute = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && text[from + 2] == ':';
        if (!toTheMinute || to - from == 5) {
            return toTheMinute;
        }
        int second = number(text, from + 6, 2);
        boolean toTheSecond = text[from + 5] == ':' && second >= 0 && second < 60;
        return toTheSecond && (to - from == 8 || (text[from + 8] == '.' && number(text, from + 9, to - from - 9) >= 0));
    }

    /** Negative where something else than digits stands there. */
    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            number = number * 10 + text[i] - '0';
        }
        return number;
    }
}
