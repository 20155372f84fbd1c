package dev.windrose.records.change;

import java.util.Map;
import org.jspecify.annotations.Nullable;

final class Put {

    private Put() {}

    static void present(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
