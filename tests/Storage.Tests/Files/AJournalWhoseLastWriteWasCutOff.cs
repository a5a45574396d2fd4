using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Files;

public sealed class AJournalWhoseLastWriteWasCutOff : IAsyncLifetime
{
    private readonly ChannelOnDisk disk = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await disk.DisposeAsync();

    [Fact]
    public async Task Loses_that_write_alone_wherever_it_was_cut()
    {
        await disk.WriteAsync(Batch(1, 2));
        var before = new FileInfo(disk.File).Length;
        await disk.WriteAsync(Batch(3, 1));
        var whole = await File.ReadAllBytesAsync(disk.File);

        for (var length = (int)before + 1; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(disk.File, whole[..length]);

            Assert.Equal(Batch(1, 2).Select(Text), await disk.ReadAsync());
            Assert.Equal(before, new FileInfo(disk.File).Length);
            Assert.Contains($"{length - before} bytes cut from {disk.File}, line 4.", disk.Log.Warnings[^1], StringComparison.Ordinal);
        }

        Assert.Equal(whole.Length - before - 1, disk.Log.Warnings.Count);
    }

    [Fact]
    public async Task Goes_on_where_it_was_cut()
    {
        await disk.WriteAsync(Batch(1, 2));
        await File.AppendAllTextAsync(disk.File, "0123abcd 0000");

        await disk.WriteAsync(Batch(3, 1), Batch(4, 1));

        Assert.Equal(Batch(1, 4).Select(Text), await disk.ReadAsync());
        Assert.Single(disk.Log.Warnings);
    }

    [Fact]
    public async Task Was_never_begun_when_it_was_the_first_write()
    {
        await disk.WriteAsync(Batch(1, 1));
        var whole = await File.ReadAllBytesAsync(disk.File);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(disk.File, whole[..length]);

            Assert.Empty(await disk.ListAsync());
            Assert.Empty(await disk.ReadAsync());
        }

        await disk.WriteAsync(Batch(1, 3));
        Assert.Equal(Batch(1, 3).Select(Text), await disk.ReadAsync());
        Assert.Equal([disk.Channel.Id], await disk.ListAsync());
    }

    [Fact]
    public async Task Keeps_what_is_whole_before_the_first_hole_that_a_power_cut_left_in_a_batch()
    {
        await disk.WriteAsync(Batch(1, 3));
        var before = (int)new FileInfo(disk.File).Length;
        await disk.WriteAsync(Batch(4, 6, size: 900));
        var whole = await File.ReadAllBytesAsync(disk.File);
        var ends = Enumerable.Range(0, whole.Length).Where(at => whole[at] == '\n' && at >= before).ToList();

        for (var hole = before; hole < whole.Length; hole += 97)
        {
            var holed = whole.ToArray();
            Array.Clear(holed, hole, Math.Min(512, holed.Length - hole));
            await File.WriteAllBytesAsync(disk.File, holed);

            var wholeRecords = 3 + ends.Count(end => end < hole);
            Assert.Equal([.. Batch(1, 3).Select(Text), .. Batch(4, wholeRecords - 3, size: 900).Select(Text)], await disk.ReadAsync());
        }
    }

    [Fact]
    public async Task Loses_a_tail_of_zeros_whatever_its_length()
    {
        await disk.WriteAsync(Batch(1, 2));
        var whole = await File.ReadAllBytesAsync(disk.File);

        foreach (var zeros in (int[])[1, 511, 4096, 5_000_000])
        {
            await File.WriteAllBytesAsync(disk.File, [.. whole, .. new byte[zeros]]);

            Assert.Equal(Batch(1, 2).Select(Text), await disk.ReadAsync());
        }
    }

    [Fact]
    public async Task Is_not_cut_while_it_is_being_written()
    {
        await using var writer = await disk.OpenAsync();
        await writer.AppendAsync(Batch(1, 1));
        var writing = Enumerable.Range(0, 60).Aggregate(
            Task.CompletedTask,
            async (before, index) =>
            {
                await before;
                await writer.AppendAsync(Batch(2 + (index * 200), 200));
            });
        var opened = 0;
        while (!writing.IsCompleted)
        {
            await using var reader = await disk.OpenAsync();
            Assert.Equal(reader.Last, (await reader.ReadTextAsync()).Count);
            opened++;
        }

        await writing;
        Assert.NotEqual(0, opened);
        Assert.Empty(disk.Log.Warnings);
        Assert.Equal(12_001, (await disk.ReadAsync()).Count);
    }
}
