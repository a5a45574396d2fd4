using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrleansContest.Channels;
using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class WritingAContest
{
    private static readonly ContestModel model = new();

    [Fact]
    public void Writes_an_entry_with_every_field_of_the_contract_and_nulls() => Assert.Equal(
        """
        {"id":"fd.1","stationId":"W1AW","contestId":"fd","clubId":null,"operatorCallsign":null,"source":"api",
        "dedupeKey":"fd|none|W1AW|K1ABC|70cm|FT8|2026-01-24|12:00","callsign":"K1ABC","band":"70cm","mode":"FT8","frequency":432.065,
        "rstSent":null,"rstRcvd":"","exchange":null,"power":5.50,"qsoDate":"2026-01-24","qsoTime":"12:00","points":1,"multiplier":null,
        "isDupe":false,"name":null,"state":null,"grid":null,"notes":null,"mergeStatus":null,"mergedIntoId":null,
        "createdAt":"2026-01-24T12:00:00.000Z","updatedAt":"2026-01-24T12:00:00.000Z","exchangeSent":null,"transmitter":null}
        """.ReplaceLineEndings("").Replace("|70cm|", "|70CM|", StringComparison.Ordinal),
        Text(Given(Contest()).When(Qso(Qso(band: "70cm", mode: "FT8").Draft with { Frequency = 432.065m, Power = 5.50m, RstRcvd = "" })).Updates[0].Data));

    [Fact]
    public void Writes_an_hour_with_its_breakdowns_as_objects() => Assert.Equal(
        """
        {"contestId":"fd","clubId":null,"periodStart":"2026-01-24T12:00:00.000Z","totalQsos":1,"totalDupes":0,"cwContacts":1,
        "ssbContacts":0,"ftxContacts":0,"points":1,"bandBreakdown":{"20":1},"modeBreakdown":{"CW":1},
        "operatorStats":{"W1AW":{"qsos":1,"points":1}}}
        """.ReplaceLineEndings(""),
        Text(Given(Contest()).When(Qso()).Updates[1].Data));

    [Fact]
    public void Writes_the_changed_scoreboard_rows_and_the_multipliers_beside_an_hour() => Assert.Equal(
        """
        "scoreboard":[{"operator":"W1AW","qsos":1,"points":1,"cwContacts":1,"ssbContacts":0,"ftxContacts":0,"bands":{"20":1},"modes":{"CW":1}}],
        "multipliers":0
        """.ReplaceLineEndings(""),
        Text(Given(Contest()).When(Qso()).Updates[1].Beside));

    [Fact]
    public void Writes_the_full_state_of_an_empty_contest() => Assert.Equal(
        """
        {"contest":{"id":"fd","name":"Club night","rules":{"name":"GENERAL","points":{},"bandPoints":{},"dupes":"band+mode",
        "multiplier":"none","multiplierPerBand":false,"multiplies":true,"exchange":[],"bands":[],"modes":[]},"startsAt":null,"endsAt":null,
        "open":true,"powerMultiplier":1,"createdAt":"2026-01-24T12:00:00.000Z"},"aggregates":[],"scoreboard":[],
        "bandOccupancy":{"lastHour":"2026-01-24T11:00:00.000Z","bands":[]}}
        """.ReplaceLineEndings(""),
        Text(model.Full(Given(Contest()).Log, Noon)));

    [Fact]
    public void Writes_the_full_state_of_a_busy_one_from_the_same_parts()
    {
        var scenario = Given(Contest(), Qso("K1ABC"), Qso("K1DEF", time: "11:00", op: "K1XYZ"));

        using var full = JsonDocument.Parse(model.Full(scenario.Log, Noon));
        string Part(string name) => full.RootElement.GetProperty(name).GetRawText();

        Assert.Equal(Json(scenario.Log.Aggregates(null, null), ContestJson.Default.IReadOnlyListLogAggregate), Part("aggregates"));
        Assert.Equal(Json(scenario.Log.Scoreboard(), ContestJson.Default.IReadOnlyListScoreboardRow), Part("scoreboard"));
        Assert.Equal(Json(scenario.Log.BandOccupancy(Noon), ContestJson.Default.BandOccupancy), Part("bandOccupancy"));
    }

    [Theory]
    [InlineData("band", DupeRule.Band)]
    [InlineData("band+mode", DupeRule.BandMode)]
    [InlineData("none", DupeRule.None)]
    public void Reads_dupe_rules_by_the_contracts_names(string name, DupeRule dupes) =>
        Assert.Equal(dupes, JsonSerializer.Deserialize($$"""{"name":"x","dupes":"{{name}}"}""", ContestJson.Default.ContestRuleSet)!.Dupes);

    [Theory]
    [InlineData("none", MultiplierKind.None)]
    [InlineData("section", MultiplierKind.Section)]
    [InlineData("grid4", MultiplierKind.Grid4)]
    [InlineData("dxcc-prefix", MultiplierKind.DxccPrefix)]
    [InlineData("wpx-prefix", MultiplierKind.WpxPrefix)]
    public void Reads_and_writes_multipliers_by_the_contracts_names(string name, MultiplierKind kind)
    {
        var rules = JsonSerializer.Deserialize($$"""{"name":"x","multiplier":"{{name}}"}""", ContestJson.Default.ContestRuleSet)!;

        Assert.Equal(kind, rules.Multiplier);
        Assert.Contains($"\"multiplier\":\"{name}\"", Json(rules, ContestJson.Default.ContestRuleSet), StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_an_entry_by_hand_as_the_serializer_does()
    {
        var draft = new QsoDraft
        {
            StationId = "W1AW",
            ClubId = "YARC",
            OperatorCallsign = "K1XYZ",
            Source = "adif",
            DedupeKey = "own \"key\" of züri",
            Callsign = "K1ABC/P",
            Band = "2",
            Mode = "FM",
            Frequency = 145.5000m,
            RstSent = "59",
            RstRcvd = "57",
            Exchange = "2A CT",
            ExchangeSent = "1D EMA",
            Power = 0.5m,
            QsoDate = "2026-01-24",
            QsoTime = "12:00:30",
            Name = "Ann <ann@example.org>",
            State = "CT",
            Grid = "FN31pr",
            Notes = "first\nsecond \ud83d\ude00",
            Transmitter = 1,
        };
        var scenario = Given(Contest(BuiltInRules.All[0]), Qso(draft), Qso(draft with { DedupeKey = null, StationId = "B" }), Merge(2, 1));

        Assert.All(scenario.Entries, AssertWrittenAlike);
        AssertWrittenAlike(Given(Contest(), Qso()).Entry(1));
    }

    [Fact]
    public void Reads_rules_that_leave_out_everything_but_their_name_as_the_default_ones() => Assert.Equal(
        Json(new() { Name = "x" }, ContestJson.Default.ContestRuleSet),
        Json(JsonSerializer.Deserialize("""{"name":"x"}""", ContestJson.Default.ContestRuleSet)!, ContestJson.Default.ContestRuleSet));

    [Theory]
    [InlineData("""{"name":null}""")]
    [InlineData("{}")]
    [InlineData("""{"name":"x","dupes":1}""")]
    [InlineData("""{"name":"x","dupes":"perhaps"}""")]
    [InlineData("""{"name":"x","points":{"CW":"2"}}""")]
    public void Reads_no_rules_of_another_shape(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ContestJson.Default.ContestRuleSet));

    [Fact]
    public void Reads_back_every_kind_of_event()
    {
        IReadOnlyList<ContestEvent> events = [.. SampleEvents()];
        var output = new ArrayBufferWriter<byte>();

        model.WriteEvents(events, output);
        var again = new ArrayBufferWriter<byte>();
        model.WriteEvents(model.ReadEvents(output.WrittenMemory), again);

        Assert.Equal(EventTypes.Order(), events.Select(@event => @event.GetType().Name).Distinct().Order());
        Assert.Equal(Text(output.WrittenMemory), Text(again.WrittenMemory));
        Assert.DoesNotContain('\n', Text(output.WrittenMemory));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("""[{"type":"voteCast"}]""")]
    [InlineData("""[{"type":"qsoLogged","entry":{"id":7}}]""")]
    [InlineData("""[{"type":"qsoLogged"}""")]
    public void Reads_no_record_of_another_kind(string record) =>
        Assert.Throws<FormatException>(() => model.ReadEvents(Encoding.UTF8.GetBytes(record)));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Reads_no_snapshot_of_another_kind(string snapshot) =>
        Assert.Throws<FormatException>(() => model.ReadSnapshot(new ChannelId("contest", "fd"), Encoding.UTF8.GetBytes(snapshot)));

    [Fact]
    public void Keeps_keys_sessions_and_headers_in_a_snapshot()
    {
        var hash = new string('a', 64);
        var scenario = Given(
            Contest(),
            new AddKey(hash, Noon),
            new OpenSession(Caller.Anonymous, new("s1", hash, "K1XYZ", "W1AW"), Noon),
            new KeepHeaders(Caller.Anonymous, new("W1AW", [new("CLUB", "YARC")]), Noon));
        var output = new ArrayBufferWriter<byte>();

        model.TakeSnapshot(scenario.Log)(output);
        var log = model.ReadSnapshot(new ChannelId("contest", "fd"), output.WrittenMemory);

        Assert.True(log.Access.HasKey(hash));
        Assert.Equal(new Session("s1", "W1AW", "K1XYZ", Noon.AddMinutes(20)), log.Access.Find(hash, Noon));
        Assert.Equal([new("CLUB", "YARC")], Assert.Single(log.Headers).Lines);
    }

    [Fact]
    public void Keeps_in_a_snapshot_that_nobody_created_it()
    {
        var output = new ArrayBufferWriter<byte>();

        model.TakeSnapshot(Given().Log)(output);

        Assert.False(model.Exists(model.ReadSnapshot(new ChannelId("contest", "fd"), output.WrittenMemory)));
    }

    private static IEnumerable<string> EventTypes =>
        typeof(ContestEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ContestEvent))).Select(type => type.Name);

    private static List<ContestEvent> SampleEvents()
    {
        var hash = new string('a', 64);
        var token = Caller.WithToken(hash);
        ContestCommand[] commands =
        [
            Contest(BuiltInRules.All[2], startsAt: Noon),
            new AddKey(hash, Noon),
            new OpenSession(Caller.Anonymous, new("s1", hash, "K1XYZ", "W1AW"), Noon),
            new Admit(token, Noon.AddMinutes(10)),
            new KeepHeaders(token, new("W1AW", [new("CLUB", "YARC")]), Noon),
            Qso(band: "2", exchange: "FN31"),
            Qso(band: "2", time: "12:30"),
            Qso(band: "2", station: "B"),
            Edit(1, new() { Notes = "zwölf\nLinien" }, "notes"),
            Merge(3, 1),
            Delete(2),
        ];
        var scenario = Given();
        return [.. commands.SelectMany(command => scenario.When(command).Events)];
    }

    private static void AssertWrittenAlike(LogEntry entry)
    {
        Assert.Equal(
            Json(entry, ContestJson.Default.LogEntry),
            Text(JsonBytes.Write(entry, static (writer, entry) => new EntryWriter(writer, nulls: true).Write(entry))));
        Assert.Equal(
            Json(entry, ContestJournalJson.Default.LogEntry),
            Text(JsonBytes.Write(entry, static (writer, entry) => new EntryWriter(writer, nulls: false).Write(entry))));
    }

    private static string Json<T>(T value, JsonTypeInfo<T> type) =>
        Text(JsonBytes.Write((value, type), static (writer, written) => JsonSerializer.Serialize(writer, written.value, written.type)));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
