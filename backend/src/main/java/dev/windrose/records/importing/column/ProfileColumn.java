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

    public ProfileColumn(String name) {
        this.name = name;
    }

    public void add(String cell) {
        if (cell.isEmpty() || shaped >= SHAPED) {
            return;
        }
        shaped++;
        if (samples.size() < SAMPLES) {
            samples.add(cell.length() <= LONGEST_SAMPLE ? cell : cell.substring(0, LONGEST_SAMPLE) + "…");
        }
        Shape shape = Shape.of(cell);
        shapes.merge(shape, 1, Integer::sum);
        switch (shape) {
            case DATE ->
                DateText.orderOf(cell).ifPresent(order -> {
                    dayFirst |= order == DateOrder.DAY_FIRST;
                    monthFirst |= order == DateOrder.MONTH_FIRST;
                });
            case NUMBER -> {
                decimalComma |= cell.matches(".*(\\d\\.\\d{3},\\d+|,\\d{1,2}|,\\d{4,})\\D*");
                decimalPoint |= cell.matches(".*(\\d,\\d{3}\\.\\d+|\\.\\d{1,2}|\\.\\d{4,})\\D*");
            }
            case EMAIL, WEB_ADDRESS, PHONE, TEXT -> {}
        }
    }

    public String name() {
        return name;
    }

    public List<String> samples() {
        return new ArrayList<>(samples);
    }

    public ColumnForm form() {
        return new ColumnForm(
                monthFirst && !dayFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST, decimalComma && !decimalPoint);
    }

    boolean mostly(Shape shape) {
        return shaped > 0 && shapes.getOrDefault(shape, 0) >= shaped * MOST;
    }

    boolean empty() {
        return shaped == 0;
    }
}
