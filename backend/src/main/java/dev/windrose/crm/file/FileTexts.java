package dev.windrose.crm.file;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.search.RecordTexts;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Files are found by the words in them. */
@Component
class FileTexts implements RecordTexts {

    private static final Logger LOG = LoggerFactory.getLogger(FileTexts.class);

    private final FileStore store;
    private final FileContents contents;

    FileTexts(FileStore store, FileContents contents) {
        this.store = store;
        this.contents = contents;
    }

    @Override
    public String type() {
        return "file";
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> ids) {
        var texts = new LinkedHashMap<UUID, String>();
        for (var file : store.kept(ids)) {
            ContentType.of(file.contentType())
                    .filter(type -> type == ContentType.PDF || TextOfFile.has(type))
                    .ifPresent(type -> read(file, type, texts));
        }
        return texts;
    }

    /** A content that cannot be read keeps nobody from finding the file by its name. */
    private void read(FileStore.Kept file, ContentType type, Map<UUID, String> into) {
        String name = ActorScope.current().tenant() + "/" + file.hash();
        // Of pages the words are kept once they have been read.
        boolean pages = type == ContentType.PDF;
        try (var stream = contents.open(pages ? name + StoredFiles.WORDS : name).orElse(null)) {
            if (stream != null) {
                TextOfFile.of(pages ? ContentType.TEXT : type, stream).ifPresent(text -> into.put(file.id(), text));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The words of file {} are not in the search", file.id(), e);
        }
    }
}
