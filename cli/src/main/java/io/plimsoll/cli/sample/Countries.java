package io.plimsoll.cli.sample;

import static io.plimsoll.cli.sample.Tongue.EASTERN;
import static io.plimsoll.cli.sample.Tongue.NORTHERN;
import static io.plimsoll.cli.sample.Tongue.ORIENTAL;
import static io.plimsoll.cli.sample.Tongue.SOUTHERN;
import static io.plimsoll.cli.sample.Tongue.WESTERN;

import io.plimsoll.cli.sample.Country.Extent;
import io.plimsoll.cli.sample.Country.Middle;
import io.plimsoll.cli.sample.Country.Traits;
import java.util.List;
import java.util.stream.Stream;

/** The countries of the sample. Their names are the only names in it that exist; what is said of them is invented. */
final class Countries {
    private Countries() {}

    static List<Country> all() {
        return Stream.of(western(), southern(), northern(), eastern(), oriental())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Country> western() {
        return List.of(
                new Country(
                        "United States",
                        WESTERN,
                        new Middle(39, -98),
                        new Extent(50, 150, 18),
                        new Traits(0.5, -0.2, -0.2)),
                new Country("Canada", WESTERN, new Middle(50, -97), new Extent(4, 29, 6), new Traits(0.4, -0.1, -0.2)),
                new Country(
                        "Australia", WESTERN, new Middle(-30, 145), new Extent(3, 23, 5), new Traits(0.3, -0.2, -0.1)),
                new Country(
                        "United Kingdom",
                        WESTERN,
                        new Middle(53, -2),
                        new Extent(3, 26, 0),
                        new Traits(-0.9, 0.6, -0.4)));
    }

    private static List<Country> southern() {
        return List.of(
                new Country("France", SOUTHERN, new Middle(47, 2), new Extent(7, 30, 0), new Traits(-0.6, 0.5, 0.0)),
                new Country("Italy", SOUTHERN, new Middle(43, 12), new Extent(5, 38, 0), new Traits(-0.9, 0.6, 0.1)),
                new Country("Spain", SOUTHERN, new Middle(40, -4), new Extent(5, 35, 0), new Traits(0.3, -0.3, 0.2)),
                new Country("Portugal", SOUTHERN, new Middle(40, -8), new Extent(1, 10, 0), new Traits(-0.7, 0.4, 0.1)),
                new Country(
                        "Argentina", SOUTHERN, new Middle(-35, -64), new Extent(1, 11, 0), new Traits(-1.0, 0.3, 0.3)),
                new Country("Brazil", SOUTHERN, new Middle(-12, -50), new Extent(2, 17, 5), new Traits(-1.3, 0.8, 0.2)),
                new Country("Chile", SOUTHERN, new Middle(-33, -71), new Extent(1, 8, 0), new Traits(-0.4, -0.2, 0.3)),
                new Country(
                        "Côte d'Ivoire",
                        SOUTHERN,
                        new Middle(7, -5),
                        new Extent(0.1, 1, 0),
                        new Traits(-1.0, 0.6, 0.4)));
    }

    private static List<Country> northern() {
        return List.of(
                new Country("Germany", NORTHERN, new Middle(51, 10), new Extent(4, 35, 8), new Traits(-0.2, 0.8, -0.4)),
                new Country(
                        "Netherlands", NORTHERN, new Middle(52, 5), new Extent(2, 14, 0), new Traits(0.2, 0.1, -0.1)),
                new Country("Belgium", NORTHERN, new Middle(51, 4), new Extent(2, 14, 0), new Traits(0.3, -0.2, -0.1)),
                new Country(
                        "Switzerland", NORTHERN, new Middle(47, 8), new Extent(1, 10, 0), new Traits(-0.3, 0.6, -0.3)),
                new Country("Austria", NORTHERN, new Middle(47, 14), new Extent(1, 10, 0), new Traits(-0.2, 0.5, -0.2)),
                new Country("Sweden", NORTHERN, new Middle(59, 15), new Extent(1, 10, 0), new Traits(0.1, 0.3, -0.1)));
    }

    private static List<Country> eastern() {
        return List.of(
                new Country("Poland", EASTERN, new Middle(52, 19), new Extent(2, 17, 0), new Traits(0.4, -0.7, 0.4)),
                new Country("Hungary", EASTERN, new Middle(47, 19), new Extent(1, 11, 0), new Traits(0.2, -0.7, 0.4)),
                new Country("Romania", EASTERN, new Middle(46, 25), new Extent(1, 11, 0), new Traits(-0.4, -0.4, 0.5)),
                new Country("Greece", EASTERN, new Middle(39, 22), new Extent(1, 10, 0), new Traits(-0.6, 0.4, 0.2)),
                new Country(
                        "Turkey (Türkiye)",
                        EASTERN,
                        new Middle(39, 35),
                        new Extent(1, 12, 0),
                        new Traits(-0.9, 0.3, 0.4)),
                new Country("Israel", EASTERN, new Middle(31, 35), new Extent(1, 10, 0), new Traits(0.2, -0.2, 0.0)));
    }

    private static List<Country> oriental() {
        return List.of(
                new Country("China", ORIENTAL, new Middle(34, 108), new Extent(8, 36, 12), new Traits(0.6, -0.9, 1.0)),
                new Country("Japan", ORIENTAL, new Middle(36, 138), new Extent(3, 26, 8), new Traits(0.9, -0.6, 0.2)),
                new Country(
                        "South Korea", ORIENTAL, new Middle(36, 128), new Extent(3, 14, 0), new Traits(1.0, -0.8, 0.6)),
                new Country("Taiwan", ORIENTAL, new Middle(24, 121), new Extent(2, 11, 0), new Traits(0.7, -0.6, 0.4)),
                new Country(
                        "Thailand", ORIENTAL, new Middle(15, 101), new Extent(1, 10, 0), new Traits(-0.3, -0.4, 0.7)));
    }
}
