package dev.windrose.context.transfer.material;

import java.util.List;
import java.util.Map;

/**
 * A part of a document that may become an entry.
 *
 * @param above the headings that it stands under, the highest first
 * @param heading its own; made of the first sentence where there is none
 * @param text as Markdown
 * @param place within the file
 * @param given fields that the material itself names, as a table does
 */
public record Part(List<String> above, String heading, String text, String place, Map<String, String> given) {

    static Part of(List<String> above, String heading, String text, String place) {
        return new Part(List.copyOf(above), heading, text, place, Map.of());
    }
}
