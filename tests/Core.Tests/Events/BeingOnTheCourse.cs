using System.Text.Json.Nodes;
using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

public sealed class BeingOnTheCourse
{
    private static readonly EventModel model = new();

    [Fact]
    public void Is_shown_closest_to_the_finish_first()
    {
        var scenario = Given(Going(EventStatus.Running));
        var pushed = scenario.When(OnCourse(Noon, Afloat(1, 3), Afloat(2, 1), Afloat(3, 2)));

        Assert.Equal(new OnCourseTaken(3, 0, false), pushed.Answers<OnCourseTaken>());
        Assert.Equal([2, 3, 1], Bibs(scenario, Noon));
    }

    [Fact]
    public void Is_no_fact_and_no_update_but_of_the_moment()
    {
        var scenario = Given(Going(EventStatus.Running));
        var pushed = scenario.When(OnCourse(Noon, Afloat(1, 1)));

        Assert.True(pushed.Decision.IsPassing);
        Assert.Empty(pushed.Updates);
        var moment = Assert.Single(model.Moments(scenario.Live, Noon));
        Assert.Equal(("oncourse", "diff", true), (moment.Name, moment.Type, moment.IsInFull));
        Assert.Equal(
            scenario.Full()["oncourse"]!.ToJsonString(), JsonNode.Parse(moment.Data.Span)!["oncourse"]!.ToJsonString());
    }

    [Fact]
    public void Ends_ten_seconds_after_it_was_last_said()
    {
        var scenario = Given([.. Going(EventStatus.Running), OnCourse(Noon, Afloat(1, 1), Afloat(2, 2)), OnCourse(Noon.AddSeconds(4), Afloat(2, 1))]);

        Assert.Equal(Noon.AddSeconds(10), model.NextWake(scenario.Live, Noon.AddSeconds(4)));
        Assert.Equal([1, 2], Bibs(scenario, Noon.AddSeconds(9.999)).Order());
        Assert.Equal([2], Bibs(scenario, Noon.AddSeconds(10)));
        Assert.Equal(Noon.AddSeconds(14), model.NextWake(scenario.Live, Noon.AddSeconds(10)));
        Assert.Empty(Bibs(scenario, Noon.AddSeconds(14)));
        Assert.Null(model.NextWake(scenario.Live, Noon.AddSeconds(14)));
        Assert.Equal("""{"oncourse":[]}""", JsonNode.Parse(model.Moments(scenario.Live, Noon.AddSeconds(14))[0].Data.Span)!.ToJsonString());
    }

    [Fact]
    public void Is_one_for_each_race_and_number()
    {
        var scenario = Given(Going(EventStatus.Running));
        scenario.When(OnCourse(Noon, Afloat(1, 2), Afloat(1, 1, Run1))).Accepts();
        var again = scenario.When(OnCourse(Noon.AddSeconds(1), Afloat(1, 1) with { Time = 5_000 }));

        Assert.Equal(2, again.Answers<OnCourseTaken>().Active);
        Assert.Equal([(Run1, 4_200), (Final, 5_000)], scenario.Live.OnCourseAt(Noon.AddSeconds(1)).Select(entry => (entry.RaceId, entry.Time)).OrderBy(entry => entry.Time));
    }

    [Fact]
    public void Shows_gates_by_the_course_and_whether_the_finish_is_reached()
    {
        var scenario = Given([.. Going(EventStatus.Running), OnCourse(Noon, Afloat(1, 1), Afloat(2, 2) with { DtFinish = "12:01:00.000", Gates = [50, 7] })]);
        var entries = scenario.Live.OnCourseAt(Noon);

        Assert.Equal([new(1, "normal", 0), new(2, "reverse", 2), new(3, "normal", null)], entries[0].Gates);
        Assert.Equal([new(1, "normal", 50), new(2, "reverse", null)], entries[1].Gates);
        Assert.Equal([false, true], entries.Select(entry => entry.Completed));
    }

    [Fact]
    public void Is_skipped_and_counted_for_an_unknown_race_or_participant_and_ignored_before_the_first_export()
    {
        var unknown = Given(Going(EventStatus.Running)).When(OnCourse(Noon, Afloat(1, 1), Afloat(9, 2), Afloat(2, 3, "K9_FIN_1")));

        Assert.Equal(new OnCourseTaken(1, 2, false), unknown.Answers<OnCourseTaken>());
        Assert.Equal(
            new OnCourseTaken(0, 0, true), Given(Created(EventStatus.Running)).When(OnCourse(Noon, Afloat(1, 1))).Answers<OnCourseTaken>());
    }

    [Fact]
    public void Outlasts_an_export_but_not_the_event()
    {
        var scenario = Given([.. Going(EventStatus.Running), OnCourse(Noon, Afloat(1, 1))]);
        scenario.When(Import(Export(Ran(Final, 2, 9_000)))).Accepts();
        Assert.Equal([1], Bibs(scenario, Noon));

        scenario.When(new DeleteEvent(Noon)).Accepts();
        Assert.Empty(model.Moments(scenario.Live, Noon));
        Assert.Null(model.NextWake(scenario.Live, Noon));
    }

    [Fact]
    public void Is_refused_as_a_whole_when_anything_is_out_of_bounds()
    {
        void Refuses(string reason, params OnCourseReport[] entries) =>
            Given(Going(EventStatus.Running)).When(OnCourse(Noon, entries)).RefusesBecause("InvalidRequest", reason);

        Refuses("At most 200 entries", [.. Enumerable.Repeat(Afloat(1, 1), 201)]);
        Refuses("position", Afloat(1, -1));
        Refuses("rank", Afloat(1, 1) with { Rank = -1 });
        Refuses("name", Afloat(1, 1) with { Name = new string('x', 201) });
        Refuses("ttbDiff", Afloat(1, 1) with { TtbDiff = "\n" });
        Refuses("at most 200 gates", Afloat(1, 1) with { Gates = new int?[201] });
        Refuses("time, pen and total", Afloat(1, 1) with { Pen = -1 });
        Refuses("raceId", Afloat(1, 1, ""));
    }

    [Fact]
    public void Has_room_for_two_hundred()
    {
        OnCourseReport[] Fleet(int from) => [.. Enumerable.Range(from, 150).Select(bib => Afloat(1, 1) with { Bib = bib })];
        var scenario = Given([.. Going(EventStatus.Running), OnCourse(Noon, Fleet(1))]);

        scenario.When(OnCourse(Noon, Fleet(101))).RefusesBecause("InvalidRequest", "At most 200 can be on the course.");
        scenario.When(OnCourse(Noon, Fleet(51))).Accepts();
        scenario.When(OnCourse(Noon.AddSeconds(10), Fleet(1_000))).Accepts();
    }

    private static IEnumerable<int> Bibs(EventScenario scenario, DateTimeOffset at) => scenario.Live.OnCourseAt(at).Select(entry => entry.Bib);
}
