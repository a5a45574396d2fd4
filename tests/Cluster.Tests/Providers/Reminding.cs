using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster.Providers;

/// <summary>Orleans' own provider of reminders on our tables.</summary>
[NeedsPostgres]
public sealed class Reminding(ComposedSilo silo) : IClassFixture<ComposedSilo>
{
    private static readonly GrainId grain = GrainId.Create("contest", "storm");

    [ContractFact]
    public async Task Gives_back_what_was_set_last()
    {
        var table = await silo.RemindersAsync();
        var first = await table.UpsertRow(Reminder(grain, "end", minutes: 1));
        var second = await table.UpsertRow(Reminder(grain, "end", minutes: 90_000));

        var read = await table.ReadRow(grain, "end");
        Assert.Equal((grain, "end", second), (read.GrainId, read.ReminderName, read.ETag));
        Assert.Equal((TimeSpan.FromMinutes(90_000), Reminder(grain, "end", 1).StartAt), (read.Period, read.StartAt));
        Assert.NotEqual(first, second);
        Assert.Null(await table.ReadRow(grain, "other"));
    }

    [ContractFact]
    public async Task Removes_only_the_one_that_was_read()
    {
        var table = await silo.RemindersAsync();
        var old = await table.UpsertRow(Reminder(grain, "end", 1));
        var last = await table.UpsertRow(Reminder(grain, "end", 2));

        Assert.False(await table.RemoveRow(grain, "end", old));
        Assert.True(await table.RemoveRow(grain, "end", last));
        Assert.False(await table.RemoveRow(grain, "end", last));
        Assert.Empty((await table.ReadRows(grain)).Reminders);
    }

    [ContractFact]
    public async Task Lists_those_of_one_grain()
    {
        var table = await silo.RemindersAsync();
        await table.UpsertRow(Reminder(grain, "start", 1));
        await table.UpsertRow(Reminder(grain, "end", 1));
        await table.UpsertRow(Reminder(GrainId.Create("contest", "calm"), "end", 1));

        Assert.Equal(["end", "start"], (await table.ReadRows(grain)).Reminders.Select(reminder => reminder.ReminderName).Order());
    }

    /// <summary>Each silo asks for its own part of the ring of hashes, which goes past the highest to the lowest.</summary>
    [ContractFact]
    public async Task Lists_those_of_any_part_of_the_ring()
    {
        var table = await silo.RemindersAsync();
        var grains = Enumerable.Range(0, 40).Select(n => GrainId.Create("contest", $"c{n}")).ToList();
        foreach (var one in grains)
        {
            await table.UpsertRow(Reminder(one, "end", 1));
        }

        var hashes = grains.Select(one => one.GetUniformHashCode()).Order().ToList();
        uint[] ends = [0, 1, hashes[0], hashes[7], hashes[20] - 1, hashes[20], int.MaxValue, 1u << 31, hashes[^1], uint.MaxValue];
        foreach (var (begin, end) in ends.SelectMany(begin => ends.Select(end => (begin, end))))
        {
            var read = (await table.ReadRows(begin, end)).Reminders.Select(reminder => reminder.GrainId.GetUniformHashCode()).Order();
            Assert.Equal(hashes.Where(hash => IsBetween(begin, hash, end)), read);
        }
    }

    /// <summary>After the beginning, up to and including the end; with both the same, everywhere.</summary>
    private static bool IsBetween(uint begin, uint hash, uint end) => begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private static ReminderEntry Reminder(GrainId of, string name, int minutes) => new()
    {
        GrainId = of, ReminderName = name, StartAt = new DateTime(2026, 1, 24, 12, 0, 0, DateTimeKind.Utc), Period = TimeSpan.FromMinutes(minutes),
    };
}
