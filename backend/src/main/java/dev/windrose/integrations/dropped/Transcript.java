package dev.windrose.integrations.dropped;

import java.util.regex.Pattern;

/** What was said in a call, from subtitles (WebVTT, SubRip): a line for each time somebody speaks. */
final class Transcript {

    private static final Pattern TIMES = Pattern.compile("^(?:\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{1,3}\\s+-->.*");
    private static final Pattern VOICE = Pattern.compile("^<v(?:\\.[^ >]*)?\\s+([^>]{1,80})>\\s*");
    private static final Pattern NAMED = Pattern.compile("^([\\p{Lu}][\\p{L}.' -]{1,60}):\\s+(?=\\S)");
    private static final Pattern TAGS = Pattern.compile("</?[a-z0-9:.][^>]{0,80}>");

    private final StringBuilder said = new StringBuilder();
    private String speaker = "";

    private Transcript() {}

    static String of(String subtitles) {
        var transcript = new Transcript();
        for (String block : subtitles.replace("\r\n", "\n").replace('\r', '\n').split("\n[ \t]*\n")) {
            transcript.cue(block);
        }
        return transcript.said.toString().strip();
    }

    /** Headers, notes and styles have no line of times. */
    private void cue(String block) {
        boolean shown = false;
        for (String line : block.split("\n")) {
            if (TIMES.matcher(line.strip()).matches()) {
                shown = true;
            } else if (shown && !line.isBlank()) {
                line(line.strip());
            }
        }
    }

    private void line(String line) {
        var voice = VOICE.matcher(line);
        var named = NAMED.matcher(line);
        String words = line;
        String who = speaker;
        if (voice.find()) {
            who = voice.group(1).strip();
            words = line.substring(voice.end());
        } else if (named.find()) {
            who = named.group(1).strip();
            words = line.substring(named.end());
        }
        words = TAGS.matcher(words)
                .replaceAll("")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
        if (!who.equals(speaker) || said.isEmpty()) {
            said.append(said.isEmpty() ? "" : "\n").append(who.isEmpty() ? "" : who + ": ");
            speaker = who;
        } else {
            said.append(' ');
        }
        said.append(words.strip());
    }
}
