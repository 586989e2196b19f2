package io.plimsoll.config.yaml;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong, so that a user sees all of it at once, in reading order, each thing once. */
public final class Faults {
    private static final int MOST = 1000;

    private final Map<Fault, Place> found = new LinkedHashMap<>();
    private int unnamed;

    /** Something is wrong with a part of the file: {@code path: sentence}. */
    public void add(Node at, String sentence, String help) {
        add(at.path(), at.place(), sentence, help);
    }

    /** Something is wrong at a place that has no node of its own, such as a key that is missing. */
    public void add(String path, Place place, String sentence, String help) {
        add(ErrorCode.CONFIG_INVALID, path, place, sentence, help);
    }

    public void add(ErrorCode code, String path, Place place, String sentence, String help) {
        String what = path.isEmpty() ? sentence : path + ": " + sentence;
        Fault fault = new Fault(code, what, place.text(), help);
        if (found.size() < MOST) {
            found.putIfAbsent(fault, place);
        } else if (!found.containsKey(fault)) {
            unnamed++;
        }
    }

    /** @throws PlimsollException with all faults, if there are any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PlimsollException(inReadingOrder());
        }
    }

    private List<Fault> inReadingOrder() {
        List<Map.Entry<Fault, Place>> entries = new ArrayList<>(found.entrySet());
        entries.sort(Comparator.comparing(entry -> entry.getValue()));
        List<Fault> faults = new ArrayList<>();
        entries.forEach(entry -> faults.add(entry.getKey()));
        if (unnamed > 0) {
            String what = unnamed + " more faults are not shown";
            faults.add(new Fault(ErrorCode.CONFIG_INVALID, what, "", "mend those above and look again"));
        }
        return faults;
    }
}
