using OrleansContest.Channels;
using OrleansContest.Events;

namespace OrleansContest.Tests.Engine;

/// <summary>Live events for the suite: ten races of a hundred boats.</summary>
public static class Slaloms
{
    public const int Boats = 100;

    public static string KeyHash { get; } = new('e', 64);

    public static Caller Key { get; } = Caller.WithKey(KeyHash);

    public static string Race(int race) => $"K1M_FIN_{race}";

    public static EventExport Export { get; } = new(
        new("E1", "Slalom", null, "River", null, null, null, null, "Slalom", null),
        [new("K1M", "K1m", null, [new("V", "Veteráni", 35, 44)])],
        [.. Enumerable.Range(1, Boats).Select(boat => new ExportedParticipant($"{boat}.K1M", "K1M", boat, $"{boat}", "NOVÁK", null, null, null, "V", false, []))],
        [.. Enumerable.Range(1, 10).Select(race => new ExportedRace(Race(race), race, DateTimeOffset.UnixEpoch, "K1M", "FIN", null, 1, 5))],
        [.. Enumerable.Range(1, 10).SelectMany(race => Enumerable.Range(1, Boats).Select(boat => Result(race, boat)))],
        [new(1, "NRSN")]);

    public static ResultReport Report(int race, int boat, int time) => new(Race(race), $"{boat}.K1M", boat, time, 0, time, Gates: [new(1, 0)]);

    public static OnCourseReport Afloat(int boat, int position) =>
        new($"{boat}.K1M", Race(1), boat, "NOVÁK", null, position, [0, null], null, null, 4_000, 0);

    /// <summary>Creates an event that runs, with the export imported.</summary>
    public static async Task<IEvent> RunningAsync(this IChannels channels, string id)
    {
        var live = channels.Get<IEvent>(id);
        Assert.Null((await live.Create(new EventDraft("Slalom"), KeyHash)).Refusal);
        Assert.Null((await live.Import(Key, Export)).Refusal);
        Assert.Null((await live.ChangeStatus(Key, EventStatus.Startlist)).Refusal);
        Assert.Null((await live.ChangeStatus(Key, EventStatus.Running)).Refusal);
        return live;
    }

    private static ExportedResult Result(int race, int boat) =>
        new(Race(race), $"{boat}.K1M", boat, boat, Time: 9_000 + boat, Gates: "  0  2", Pen: 200, Total: 9_200 + boat);
}
