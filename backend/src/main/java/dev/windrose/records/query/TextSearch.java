package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where texts are looked up that no index of the database helps with. Answered by the search. */
public interface TextSearch {

    /**
     * At least the records whose field contains the text, so that the database need not look at others; empty where they are too many to name
     * or the index cannot tell.
     */
    Optional<List<UUID>> containing(Descriptor type, FieldDescriptor field, String text);

    /**
     * The records whose field has these words, also unfinished and misspelt ones.
     *
     * @throws dev.windrose.platform.error.AppException where they are too many, or the index cannot tell
     */
    List<UUID> matching(Descriptor type, FieldDescriptor field, String words);
}
