package dev.windrose.records.importing.column;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the cells of one column: samples, shapes, and how its dates and numbers are written. */
public final class ProfileColumn {

    private static final int SHAPED = 2_000;
    private static final int SAMPLES = 5;
    private static final int MOST_VALUES = 20;
    private static final int MOST_FORMS = 8;
    private static final int LONGEST_SAMPLE = 80;
    private static final double MOST = 0.8;

    private final String name;
    private final Set<String> samples = new LinkedHashSet<>();
    private final Map<Shape, Integer> shapes = new EnumMap<>(Shape.class);
    private int shaped;
    private boolean monthFirst;
    private boolean dayFirst;
    private boolean decimalComma;
    private boolean decimalPoint;
    private boolean fraction;
    private boolean numericDates;
    private boolean other;
    private int longest;
    private final Set<String> values = new LinkedHashSet<>();
    private final Set<String> dateForms = new LinkedHashSet<>();

    public ProfileColumn(String name) {
        this.name = name;
    }

    public void add(String cell) {
        if (cell.isEmpty() || shaped >= SHAPED) {
            return;
        }
        shaped++;
        longest = Math.max(longest, cell.length());
        other |= !ReadCell.yesOrNo(cell).isPresent();
        if (values.size() <= MOST_VALUES) {
            values.add(cell.length() <= LONGEST_SAMPLE ? cell : cell.substring(0, LONGEST_SAMPLE));
        }
        if (samples.size() < SAMPLES) {
            samples.add(cell.length() <= LONGEST_SAMPLE ? cell : cell.substring(0, LONGEST_SAMPLE) + "…");
        }
        Shape shape = Shape.of(cell);
        shapes.merge(shape, 1, Integer::sum);
        switch (shape) {
            case DATE -> date(cell);
            case NUMBER -> {
                fraction |= cell.matches(".*[.,]\\d{1,2}\\D*");
                decimalComma |= cell.matches(".*(\\d\\.\\d{3},\\d+|,\\d{1,2}|,\\d{4,})\\D*");
                decimalPoint |= cell.matches(".*(\\d,\\d{3}\\.\\d+|\\.\\d{1,2}|\\.\\d{4,})\\D*");
            }
            case EMAIL, WEB_ADDRESS, PHONE, TEXT -> {}
        }
    }

    private void date(String cell) {
        if (dateForms.size() < MOST_FORMS) {
            dateForms.add(DateText.formOf(cell));
        }
        numericDates |= DateText.numeric(cell);
        DateText.orderOf(cell).ifPresent(order -> {
            dayFirst |= order == DateOrder.DAY_FIRST;
            monthFirst |= order == DateOrder.MONTH_FIRST;
        });
    }

    /** How its dates are written. */
    public List<String> dateForms() {
        return mostly(Shape.DATE) ? new ArrayList<>(dateForms) : List.of();
    }

    /** Whether its dates do not tell if the day or the month comes first, or tell both. */
    public boolean unclearDates() {
        return mostly(Shape.DATE) && numericDates && dayFirst == monthFirst;
    }

    Set<String> values() {
        return values;
    }

    int longest() {
        return longest;
    }

    int cells() {
        return shaped;
    }

    /** Only words for yes and no. */
    boolean truths() {
        return shaped > 0 && !other;
    }

    boolean whole() {
        return !fraction;
    }

    public String name() {
        return name;
    }

    public List<String> samples() {
        return new ArrayList<>(samples);
    }

    public ColumnForm form() {
        return new ColumnForm(
                monthFirst && !dayFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST,
                decimalComma && !decimalPoint,
                monthFirst && dayFirst);
    }

    boolean mostly(Shape shape) {
        return shaped > 0 && shapes.getOrDefault(shape, 0) >= shaped * MOST;
    }

    boolean empty() {
        return shaped == 0;
    }
}
