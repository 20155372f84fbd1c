package dev.windrose.intake.eval;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.SentenceHeads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the messages of our own are read: by the reader alone, or through the whole product with its workspace and database. */
public final class EvalOwn {

    private final OwnCases cases;
    private final boolean show;

    private EvalOwn(OwnCases cases, boolean show) {
        this.cases = cases;
        this.show = show;
    }

    /** Arguments: {@code --folder FOLDER [--product] [--each N] [--show]}. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var given = List.of(arguments);
        var cases = OwnCases.in(Path.of(option(given, "--folder", "src/test/fixtures/intake")))
                .each(Integer.parseInt(option(given, "--each", "1")));
        var eval = new EvalOwn(cases, given.contains("--show"));
        if (given.contains("--product")) {
            ScratchProduct.with(context -> eval.print(new RunCases(context)::run));
        } else {
            var heads = new SentenceHeads(new Embeddings());
            eval.print(one -> ReadCases.read(one, heads));
        }
        System.exit(0);
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? otherwise : arguments.get(at + 1);
    }

    private void print(Function<Cases, Map<String, Object>> read) {
        var all = new ArrayList<CaseScore>();
        var rows = new StringBuilder(IntakeScore.head());
        for (var group : OwnCases.Group.values()) {
            var score = cases.of(group).score(read);
            rows.append(score.row(group.label));
            all.addAll(score.cases());
            if (show && group == OwnCases.Group.READ) {
                score.cases().stream().filter(one -> !one.wholly()).forEach(EvalOwn::tell);
            }
        }
        var total = new IntakeScore(all);
        System.out.println(rows + total.row("all"));
        System.out.println(total.byType());
    }

    private static void tell(CaseScore one) {
        System.out.println(one.id());
        one.findings().forEach(finding -> System.out.println("    " + finding));
    }
}
