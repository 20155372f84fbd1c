package dev.windrose.crm.demo;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How many records of each type to add, for example {@code companies=200,contacts=1000,deals=500,interactions=5000}. */
public record SeedScale(long companies, long contacts, long deals, long interactions) {

    private static final long MOST = 20_000_000;

    /** A single number is that of the companies; the rest follows from it. */
    public static SeedScale of(String text) {
        if (text.matches("\\d{1,8}")) {
            long companies = number(text);
            return new SeedScale(companies, companies * 2, companies * 2, companies);
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length != 2 || !pair[1].matches("\\d{1,8}")) {
                throw unreadable();
            }
            counts.put(pair[0].strip(), number(pair[1]));
        }
        var scale = new SeedScale(
                counts.getOrDefault("companies", 0L),
                counts.getOrDefault("contacts", 0L),
                counts.getOrDefault("deals", 0L),
                counts.getOrDefault("interactions", 0L));
        counts.keySet().removeAll(Set.of("companies", "contacts", "deals", "interactions"));
        if (!counts.isEmpty() || scale.companies == 0 || scale.contacts == 0 && scale.interactions > 0) {
            throw unreadable();
        }
        return scale;
    }

    long records() {
        return companies + contacts + deals + interactions;
    }

    private static long number(String text) {
        long number = Long.parseLong(text);
        if (number < 1 || number > MOST) {
            throw unreadable();
        }
        return number;
    }

    private static AppException unreadable() {
        return new AppException(
                CommonError.BAD_VALUE,
                "The scale is a number of companies, or a list such as companies=1000,contacts=5000,deals=2500,interactions=20000,"
                        + " each from 1 to %,d; interactions need contacts.".formatted(MOST),
                "scale");
    }
}
