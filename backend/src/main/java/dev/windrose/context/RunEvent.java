package dev.windrose.context;

import java.util.Map;

/** One step of a run, as it is streamed and kept. */
public record RunEvent(int number, String name, Map<String, Object> data) {

    public boolean last() {
        return name.equals("done") || name.equals("failed") || name.equals("cancelled");
    }
}
