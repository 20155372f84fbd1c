package dev.windrose.llm.eval;

import dev.windrose.llm.language.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import tools.jackson.databind.json.JsonMapper;

/** Lines of signatures in labelled mails: precision, recall and their mean. Arguments: {@code --corpora FOLDER}. */
public final class EvalSignatures {

    private EvalSignatures() {}

    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[arguments.length - 1]);
        int right = 0;
        int found = 0;
        int wanted = 0;
        for (var line : Files.readAllLines(folder.resolve("email_signature_forge/emails.jsonl"))) {
            var mail = JsonMapper.shared().readTree(line);
            var lines = new ArrayList<String>();
            mail.get("lines").forEach(one -> lines.add(one.asString()));
            var span = Signatures.in(lines, mail.path("sender").asString(null));
            for (int i = 0; i < lines.size(); i++) {
                boolean labelled = mail.get("sig").get(i).asInt() == 1;
                boolean read = span.holds(i) && !lines.get(i).isBlank();
                right += labelled && read ? 1 : 0;
                found += read ? 1 : 0;
                wanted += labelled ? 1 : 0;
            }
        }
        System.out.printf(
                "signature lines: precision %.3f, recall %.3f, F1 %.3f (%d right, %d found, %d labelled)%n",
                (double) right / found, (double) right / wanted, 2.0 * right / (found + wanted), right, found, wanted);
        System.exit(0);
    }
}
