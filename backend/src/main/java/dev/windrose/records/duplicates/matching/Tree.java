package dev.windrose.records.duplicates.matching;

/** A decision tree in arrays: left child of a missing value by its own flag. */
record Tree(int[] feature, double[] bound, boolean[] missingLeft, int[] left, int[] right, double[] value) {

    double of(double[] features) {
        int node = 0;
        while (feature[node] >= 0) {
            double found = features[feature[node]];
            boolean goLeft = Double.isNaN(found) ? missingLeft[node] : found <= bound[node];
            node = goLeft ? left[node] : right[node];
        }
        return value[node];
    }
}
