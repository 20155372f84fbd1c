package dev.windrose.context.claim;

import dev.windrose.crm.file.ReadFiles;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The words of a file that is to be checked. The file is not kept. */
@Component
public class ReadDraft {

    private static final int LARGEST = 25 << 20;
    private static final Set<String> READ =
            Set.of("docx", "docm", "pdf", "pptx", "html", "htm", "md", "markdown", "txt", "text", "eml");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\x0B\\f\\u00a0]+");
    private static final Pattern AROUND = Pattern.compile(" ?\\n ?");
    private static final Pattern EMPTY = Pattern.compile("\\n{3,}");
    /** A word that the end of a line of a page has cut. */
    private static final Pattern CUT = Pattern.compile("(?<=\\p{Ll})-\\n(?=\\p{Ll})");

    private final ReadFiles files;

    ReadDraft(ReadFiles files) {
        this.files = files;
    }

    /** @throws AppException for files that hold no words, or none that can be read */
    public String of(String name, InputStream content) throws IOException {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!READ.contains(ending)) {
            throw wrong(
                    "\"%s\" is not read here. Word, PDF, slides, HTML, Markdown and plain text are.".formatted(name));
        }
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new AppException(
                    CommonError.TOO_LARGE, "\"%s\" is larger than %d MB.".formatted(name, LARGEST >> 20), "file");
        }
        if (bytes.length == 0) {
            throw wrong("\"%s\" is empty.".formatted(name));
        }
        var words = files.words(name, bytes).map(text -> tidy(text, ending)).orElse("");
        if (words.isEmpty()) {
            throw wrong("There are no words in \"%s\" that can be read.".formatted(name));
        }
        return words;
    }

    /** Plain text stays as it is; of pages and documents the blanks that only placed the words go. */
    private static String tidy(String text, String ending) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
        boolean plain =
                ending.equals("md") || ending.equals("markdown") || ending.startsWith("t") || ending.equals("eml");
        if (plain) {
            return lines.strip();
        }
        var joined = ending.equals("pdf") ? CUT.matcher(lines).replaceAll("") : lines;
        var narrow = AROUND.matcher(BLANKS.matcher(joined).replaceAll(" ")).replaceAll("\n");
        return EMPTY.matcher(narrow).replaceAll("\n\n").strip();
    }

    private static AppException wrong(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "file");
    }
}
