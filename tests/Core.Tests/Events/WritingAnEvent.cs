using System.Buffers;
using System.Text;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

/// <summary>Every payload of the contract, field by field.</summary>
public sealed class WritingAnEvent
{
    private static readonly EventModel model = new();

    [Fact]
    public void Writes_the_full_state() => Assert.Equal(
        """
        {"event":{"eventId":"spring","mainTitle":"Spring Slalom","subTitle":"Day one","location":"River","startDate":"2026-06-27",
        "endDate":"2026-06-28","discipline":"Slalom","status":"running","imageUrl":null,"facility":"Weir"},
        "classes":[{"classId":"K1M_ST","name":"K1m","longTitle":"Kayak men","categories":[
        {"catId":"ZS","name":"Seniors","firstYear":13,"lastYear":14},{"catId":"DM","name":"Juniors","firstYear":15,"lastYear":16}]}],
        "races":[{"raceId":"K1M_ST_BR1_6","classId":"K1M_ST","raceType":"best-run-1","raceOrder":101,
        "startTime":"2026-06-27T12:00:00.000Z","raceStatus":5},
        {"raceId":"K1M_ST_BR2_6","classId":"K1M_ST","raceType":"best-run-2","raceOrder":102,"startTime":"2026-06-27T13:00:00.000Z","raceStatus":3},
        {"raceId":"K1M_ST_FIN_7","classId":"K1M_ST","raceType":"final","raceOrder":103,"startTime":"2026-06-28T12:00:00.000Z","raceStatus":1}],
        "categories":[{"catId":"DM","name":"Juniors","firstYear":15,"lastYear":16,"classIds":["K1M_ST"]},
        {"catId":"ZS","name":"Seniors","firstYear":13,"lastYear":14,"classIds":["K1M_ST"]}],
        "results":{"K1M_ST_BR1_6":[],"K1M_ST_BR2_6":[],"K1M_ST_FIN_7":[]},"oncourse":[]}
        """.ReplaceLineEndings(""),
        Text(model.Full(Given(Going(EventStatus.Running)).Live, Noon)));

    [Fact]
    public void Writes_an_event_of_which_nothing_is_known_yet() => Assert.Equal(
        """
        {"event":{"eventId":"spring","mainTitle":"Spring Slalom","subTitle":null,"location":null,"startDate":null,"endDate":null,
        "discipline":null,"status":"startlist","imageUrl":"https://example.org/a.png?b=1&c=2","facility":null},
        "classes":[],"races":[],"categories":[],"results":{},"oncourse":[]}
        """.ReplaceLineEndings(""),
        Text(model.Full(Given(Create with { Draft = new("Spring Slalom", ImageUrl: "https://example.org/a.png?b=1&c=2") }, Go(EventStatus.Startlist)).Live, Noon)));

    [Fact]
    public void Writes_a_line_of_a_race() => Assert.Equal(
        """
        {"results":[{"rnk":1,"bib":1,"athleteId":"ICF1","name":"FAMILY1 Given1","club":"Club 1","noc":"CZE","catId":"ZS","catRnk":1,
        "time":9000,"pen":200,"total":9200,"totalBehind":"0.00","catTotalBehind":"0.00","status":null}],"raceId":"K1M_ST_FIN_7"}
        """.ReplaceLineEndings(""),
        Text(Given(Going(EventStatus.Running)).When(Push(Report(Final, 1, 9_000, 200))).Updates[0].Data));

    [Fact]
    public void Writes_a_line_without_a_place() => Assert.Equal(
        """
        {"results":[{"rnk":null,"bib":2,"athleteId":null,"name":"FAMILY2","club":null,"noc":null,"catId":null,"catRnk":null,
        "time":null,"pen":null,"total":null,"totalBehind":null,"catTotalBehind":null,"status":"DNF"}],"raceId":"K1M_ST_FIN_7"}
        """.ReplaceLineEndings(""),
        Text(Given(Create, Import(Export() with { Participants = [new(Id(2), null, null, null, "FAMILY2", null, null, null, null, false, [])] }), Go(EventStatus.Startlist), Go(EventStatus.Running))
            .When(Push(Withdrawn(Final, 2) with { Status = RunStatus.DidNotFinish })).Updates[0].Data));

    [Fact]
    public void Writes_a_line_of_two_runs() => Assert.Equal(
        """
        {"results":[{"rnk":1,"bib":1,"athleteId":"ICF1","name":"FAMILY1 Given1","club":"Club 1","noc":"CZE","catId":"ZS","catRnk":1,
        "time":9000,"pen":200,"total":9200,"totalBehind":"0.00","catTotalBehind":"0.00","status":null,"betterRunNr":1,"totalTotal":8000,
        "prevTime":8000,"prevPen":0,"prevTotal":8000,"prevRnk":1,"prevStatus":null,"currStatus":null}],"raceId":"K1M_ST_BR1_6"}
        """.ReplaceLineEndings(""),
        Text(Given(Going(EventStatus.Running, Ran(Run1, 1, 8_000), Start(Run2, 1))).When(Push(Report(Run2, 1, 9_000, 200))).Updates[0].Data));

    [Fact]
    public void Writes_the_details_of_a_race() => Assert.Equal(
        """
        {"race":{"raceId":"K1M_ST_FIN_7","classId":"K1M_ST","raceType":"final","raceOrder":103,"startTime":"2026-06-28T12:00:00.000Z","raceStatus":1},
        "results":[{"rnk":1,"bib":1,"athleteId":"ICF1","name":"FAMILY1 Given1","club":"Club 1","noc":"CZE","catId":"ZS","catRnk":1,
        "time":9000,"pen":200,"total":9200,"totalBehind":"0.00","catTotalBehind":"0.00","status":null,
        "dtStart":"08:30:10.780","dtFinish":null,"gates":[{"number":1,"type":"normal","penalty":0},{"number":2,"type":"reverse","penalty":2},
        {"number":3,"type":"normal","penalty":null}],"courseGateCount":3},
        {"rnk":null,"bib":2,"athleteId":"ICF2","name":"FAMILY2 Given2","club":"Club 2","noc":null,"catId":"ZS","catRnk":null,
        "time":null,"pen":null,"total":null,"totalBehind":null,"catTotalBehind":null,"status":null,
        "dtStart":null,"dtFinish":null,"gates":null,"courseGateCount":3}]}
        """.ReplaceLineEndings(""),
        Detailed(Final, Ran(Final, 1, 9_000, 200, "  0  2   ") with { DtStart = "08:30:10.780" }, Start(Final, 2)));

    [Fact]
    public void Writes_the_details_of_two_runs() => Assert.Equal(
        """
        {"race":{"raceId":"K1M_ST_BR2_6","classId":"K1M_ST","raceType":"best-run-2","raceOrder":102,"startTime":"2026-06-27T13:00:00.000Z","raceStatus":3},
        "results":[{"rnk":1,"bib":1,"athleteId":"ICF1","name":"FAMILY1 Given1","club":"Club 1","noc":"CZE","catId":"ZS","catRnk":1,
        "time":9000,"pen":0,"total":9000,"totalBehind":"0.00","catTotalBehind":"0.00","status":null,
        "dtStart":null,"dtFinish":null,"gates":[{"number":1,"type":"normal","penalty":0}],"courseGateCount":3,
        "betterRunNr":1,"totalTotal":8000,"prevTime":8000,"prevPen":0,"prevTotal":8000,"prevRnk":1,"prevStatus":null,"currStatus":null,
        "prevDtStart":"08:30:10.780","prevDtFinish":"08:31:30.780","prevGates":[{"number":1,"type":"normal","penalty":50}]}]}
        """.ReplaceLineEndings(""),
        Detailed(
            Run2,
            Ran(Run1, 1, 8_000, gates: " 50") with { DtStart = "08:30:10.780", DtFinish = "08:31:30.780" },
            Ran(Run2, 1, 9_000, gates: "  0")));

    [Fact]
    public void Writes_a_start_list() => Assert.Equal(
        """
        {"race":{"raceId":"K1M_ST_FIN_7","classId":"K1M_ST","raceType":"final","raceOrder":103,"startTime":"2026-06-28T12:00:00.000Z","raceStatus":1},
        "startlist":[{"startOrder":1,"bib":2,"athleteId":"ICF2","name":"FAMILY2 Given2","club":"Club 2","noc":null,"catId":"ZS","startTime":"12:00:45"},
        {"startOrder":null,"bib":4,"athleteId":"ICF4","name":"FAMILY4 Given4","club":"Club 4","noc":null,"catId":null,"startTime":null}]}
        """.ReplaceLineEndings(""),
        Startlist(Start(Final, 4) with { StartOrder = null, StartTime = null, Bib = null }, Start(Final, 2) with { StartOrder = 1, StartTime = "12:00:45" }));

    [Fact]
    public void Writes_who_is_on_the_course() => Assert.Equal(
        """
        {"oncourse":[{"raceId":"K1M_ST_FIN_7","bib":1,"name":"FAMILY1 Given1","club":"Club 1","position":1,
        "gates":[{"number":1,"type":"normal","penalty":0},{"number":2,"type":"reverse","penalty":2},{"number":3,"type":"normal","penalty":null}],
        "completed":false,"dtStart":"12:00:01.000","dtFinish":null,"time":4200,"pen":200,"total":null,"rank":null,"ttbDiff":"+1.20","ttbName":"FAMILY2"}]}
        """.ReplaceLineEndings(""),
        Text(model.Moments(Given([.. Going(EventStatus.Running), OnCourse(Noon, Afloat(1, 1) with { TtbDiff = "+1.20", TtbName = "FAMILY2" })]).Live, Noon)[0].Data));

    [Fact]
    public void Writes_a_card_for_administrators_without_its_key() => Assert.Equal(
        """
        {"eventId":"spring","mainTitle":"Spring Slalom","subTitle":null,"location":null,"facility":null,"startDate":"2026-06-27","endDate":"2026-06-28",
        "discipline":null,"imageUrl":null,"status":"draft","statusChangedAt":null,"hasXmlData":false,
        "config":{"activeRaceId":null,"displayMode":null,"showOnCourse":null,"strategy":"push-wins","maxConnections":200},
        "validity":{"validFrom":"2026-06-17T00:00:00.000Z","validUntil":"2026-07-03T00:00:00.000Z"},"createdAt":"2026-06-27T12:00:00.000Z"}
        """.ReplaceLineEndings(""),
        JsonSerializer.Serialize(Given(Create).Live.Card(), EventJson.Plain.EventCard));

    [Fact]
    public void Writes_a_change_of_status() => Assert.Equal(
        """{"eventId":"spring","previousStatus":"draft","status":"startlist","statusChangedAt":"2026-06-27T12:00:00.000Z"}""",
        JsonSerializer.Serialize(Given(Create).When(Go(EventStatus.Startlist)).Answers<StatusChange>(), EventJson.Plain.StatusChange));

    [Fact]
    public void Never_reads_a_line_of_results() =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize("{}", EventJson.Default.PublicResult));

    [Fact]
    public void Keeps_facts_by_name_and_leaves_out_what_is_null() => Assert.Equal(
        """
        [{"type":"resultsPushed","results":[{"raceId":"K1M_ST_FIN_7","participantId":"1.K1M_ST","bib":1,
        "run":{"time":9000,"pen":200,"total":9200,"gates":[2,null,0]}}],"at":"2026-06-27T12:00:00.000Z"}]
        """.ReplaceLineEndings(""),
        Record(Given(Going(EventStatus.Running)).When(Push(Report(Final, 1, 9_000, 200, new GateReport(1, 2), new(3, 0))))));

    [Fact]
    public void Refuses_to_read_records_and_snapshots_of_anything_else()
    {
        Assert.Throws<FormatException>(() => model.ReadEvents("[{\"type\":\"qsoLogged\"}]"u8.ToArray()));
        Assert.Throws<FormatException>(() => model.ReadEvents("null"u8.ToArray()));
        Assert.Throws<FormatException>(() => model.ReadSnapshot(new ChannelId("event", "spring"), "[]"u8.ToArray()));
    }

    [Fact]
    public void Never_writes_down_what_is_only_of_the_moment() =>
        Assert.ThrowsAny<NotSupportedException>(() => model.WriteEvents([new OnCourseSeen([], Noon)], new ArrayBufferWriter<byte>()));

    private static string Detailed(string race, params ExportedResult[] results)
    {
        var live = Given(Going(EventStatus.Running, results)).Live;
        return JsonSerializer.Serialize(live.ResultsOf(live.Index.FindRace(race)!, null, detailed: true), EventJson.Plain.RaceResults);
    }

    private static string Startlist(params ExportedResult[] results)
    {
        var live = Given(Going(EventStatus.Running, results)).Live;
        return JsonSerializer.Serialize(live.StartlistOf(live.Index.FindRace(Final)!), EventJson.Plain.RaceStartlist);
    }

    private static string Record(Happening happening)
    {
        var output = new ArrayBufferWriter<byte>();
        model.WriteEvents(happening.Events, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
