using System.Buffers;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Contests;
using OrleansContest.Contests.Formats;

namespace OrleansContest.Core.Tests.Contests.Formats;

/// <summary>Entries as a contest would keep them, with values chosen to break files.</summary>
internal static class LogEntries
{
    private static readonly string[] calls =
        ["W1AW", "EA8/G4ABC/P", "W200YARC", "3DA0RS", "W4Y", "WK1DS/YOTA", "FN31PR", "MM0XYZ/MM", "K1AA", "DL1ABC/4"];

    private static readonly string[] fragments =
        ["73", "é", "漢字", "😀", "<EOR>", "<eoh>", "<CALL:4>", "<", ">", ":", "|", "-", "QSO:", " ", "\n", "\r\n", "\r", "\t", "\0", "END-OF-LOG:", "x"];

    private static readonly string[] exchangeWords =
        ["001", "59", "19", "599", "NY", "FN31", "FN31PR", "W1AW", "K1AA", "2A", "0", "1", "5NN", "14", "-5", "KW", "WCF", "EU-005", "é"];

    /// <summary>Any text that a field may hold: trimmed, not empty.</summary>
    private static Gen<string?> Text { get; } = Gen.Elements(fragments)
        .NonEmptyListOf()
        .Select(parts => string.Concat(parts.Take(8)).Trim())
        .Select(text => text.Length == 0 ? null : text);

    /// <summary>The log keeps the empty string apart from nothing.</summary>
    private static Gen<string?> TextOrEmpty { get; } = Gen.OneOf(Text, Text, Gen.Constant<string?>(""));

    private static Gen<string?> Exchange { get; } = Gen.Choose(0, 4)
        .SelectMany(count => Gen.Elements(exchangeWords).ListOf(count))
        .Select(words => words.Count == 0 ? null : string.Join(' ', words));

    private static Gen<LogEntry> Contacts { get; } =
        from call in Gen.Elements(calls)
        from band in Gen.Elements([.. Bands.All])
        from mode in Gen.Elements([.. Modes.All])
        from hertz in Gen.Choose(0, 2000)
        from measured in Gen.Elements(true, false)
        from day in Gen.Choose(0, 20_000)
        from second in Gen.Choose(0, 86_399)
        from withSeconds in Gen.Elements(true, false)
        select new LogEntry
        {
            Id = "c.1",
            StationId = "S",
            ContestId = "c",
            Source = "api",
            DedupeKey = "k",
            Callsign = call,
            Band = band,
            Mode = mode,
            Frequency = measured ? Bands.LowerEdge(band) + (hertz / 1_000_000m) : null,
            QsoDate = new DateOnly(1990, 1, 1).AddDays(day),
            QsoTime = TimeOnly.MinValue.Add(TimeSpan.FromSeconds(second)).ToString(withSeconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture),
            Points = 1,
            IsDupe = false,
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };

    /// <summary>Every field filled with anything.</summary>
    public static Arbitrary<LogEntry> Any { get; } = Arb.From(
        from contact in Contacts
        from keys in Text.ListOf(5)
        from texts in TextOrEmpty.ListOf(7)
        from power in Gen.Choose(0, 15_000)
        from transmitter in Gen.Elements<int?>(null, 0, 1)
        select contact with
        {
            StationId = keys[0] ?? "S",
            DedupeKey = keys[1] ?? "k",
            Source = keys[2] ?? "api",
            ClubId = keys[3],
            OperatorCallsign = keys[4],
            RstSent = texts[0],
            RstRcvd = texts[1],
            Exchange = texts[2],
            ExchangeSent = texts[3],
            Name = texts[4],
            State = texts[5],
            Notes = texts[6],
            Grid = power % 2 == 0 ? "FN31pr" : null,
            Power = power % 3 == 0 ? null : power / 10m,
            Transmitter = transmitter,
        });

    /// <summary>Fields as a contest fills them that Cabrillo can write down.</summary>
    public static Arbitrary<LogEntry> Contested { get; } = Arb.From(
        from contact in Contacts
        from station in Gen.Elements("W1AW", "EA8/G4ABC/P", "Field station 2", "W200YARC")
        from sent in Exchange
        from received in Exchange
        from rstSent in Report(contact.Mode)
        from rstRcvd in Report(contact.Mode)
        from transmitter in Gen.Elements<int?>(null, 0, 1)
        select contact with
        {
            StationId = station,
            ExchangeSent = sent,
            Exchange = received,
            RstSent = rstSent,
            RstRcvd = rstRcvd,
            Transmitter = transmitter,
        });

    /// <summary>What <paramref name="write"/> makes of entries, as text.</summary>
    public static string Written(Func<IBufferWriter<byte>, ILogWriter> write, params LogEntry[] entries)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = write(output);
        writer.WriteBegin();
        foreach (var entry in entries)
        {
            writer.Write(entry);
        }

        writer.WriteEnd();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static Gen<string?> Report(string mode) => Modes.ClassOf(mode) == ModeClass.Phone
        ? Gen.Elements<string?>(null, "59", "57", "11")
        : Gen.Elements<string?>(null, "599", "5NN", "-12", "+03");
}
