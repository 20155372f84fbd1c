package dev.windrose.crm.file;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The contents of all files of the workspace, to take them along. Asks for no rights: whoever takes everything has them. */
@Component
public class FileBundle {

    private static final Pattern NAME =
            Pattern.compile("[0-9a-f]{64}(" + StoredFiles.SMALL + "|" + StoredFiles.WORDS + ")?");

    private final FileContents contents;
    private final FileStore store;

    FileBundle(FileContents contents, FileStore store) {
        this.contents = contents;
        this.store = store;
    }

    /** Names of contents: the hash, for a small picture and for words of pages with an ending. */
    public List<String> names() {
        return store.hashes().stream()
                .flatMap(hash -> Stream.of(hash, hash + StoredFiles.SMALL, hash + StoredFiles.WORDS))
                .toList();
    }

    /** Empty where there is no such content, for example no small picture. */
    public Optional<InputStream> open(String name) {
        return contents.open(key(name));
    }

    /** @throws AppException BAD_VALUE where the name is none of ours, or the content is not what its name says */
    public void keep(String name, InputStream content) {
        if (!NAME.matcher(name).matches()) {
            throw new AppException(
                    CommonError.BAD_VALUE, "The file has contents under a name that is no hash.", "file");
        }
        try {
            Path arrived = Files.createTempFile("windrose", ".content");
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                Files.copy(new DigestInputStream(content, digest), arrived, StandardCopyOption.REPLACE_EXISTING);
                String hash = HexFormat.of().formatHex(digest.digest());
                if (name.indexOf('-') < 0 && !hash.equals(name)) {
                    throw new AppException(
                            CommonError.BAD_VALUE, "The content %s is not what its name says.".formatted(name), "file");
                }
                if (!contents.has(key(name))) {
                    contents.put(key(name), arrived, hash);
                }
            } finally {
                Files.deleteIfExists(arrived);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(String name) {
        return ActorScope.current().tenant() + "/" + name;
    }
}
