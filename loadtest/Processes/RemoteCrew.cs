using System.Diagnostics;
using System.Text.Json;
using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Processes;

/// <summary>A process of its own that has a share of a run.</summary>
internal sealed class RemoteCrew : ICrew
{
    private readonly LoadPlan plan;
    private readonly Process process;
    private readonly Dictionary<string, TaskCompletionSource> orders = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly Task reading;
    private CrewFigures figures = new();
    private Exception? fault;

    public RemoteCrew(LoadPlan plan)
    {
        this.plan = plan;
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var word in CommandOf())
        {
            start.ArgumentList.Add(word);
        }

        process = Process.Start(start)!;
        reading = ReadAsync();
    }

    public CrewFigures Figures => Volatile.Read(ref figures);

    public Task GatherAsync(CancellationToken stop) => OrderAsync(new Order(Order.Gather) { Plan = plan }, stop);

    public Task FeedAsync(long start, CancellationToken stop) => OrderAsync(new Order(Order.Feed) { Start = start }, stop);

    public Task SettleAsync() => OrderAsync(new Order(Order.Settle), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await reading;
        process.Dispose();
    }

    /// <summary>The same program, run as it was run.</summary>
    private static IEnumerable<string> CommandOf() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(RemoteCrew).Assembly.Location, ShareCommand.Name] : [ShareCommand.Name];

    private async Task OrderAsync(Order order, CancellationToken stop)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            orders[order.Word] = fault is null ? done : throw fault;
        }

        Say(order);
        await using var stopping = stop.Register(() => Say(new Order(Order.Stop)));
        await done.Task;
    }

    private void Say(Order order)
    {
        try
        {
            lock (gate)
            {
                process.StandardInput.WriteLine(JsonSerializer.Serialize(order, ProcessJson.Default.Order));
                process.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // It has ended; whoever reads finds out.
        }
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } text)
        {
            Take(JsonSerializer.Deserialize(text, ProcessJson.Default.Account)!);
        }

        await process.WaitForExitAsync();
        Fail(new LoadException($"Process {plan.Process} of the run ended by itself, with {process.ExitCode}."));
    }

    private void Take(Account account)
    {
        Volatile.Write(ref figures, account.Figures);
        if (account.Fault is { } why)
        {
            Fail(new LoadException(why));
        }

        lock (gate)
        {
            if (account.Done is { } word && orders.Remove(word, out var done))
            {
                done.TrySetResult();
            }
        }
    }

    private void Fail(Exception why)
    {
        lock (gate)
        {
            fault ??= why;
            foreach (var order in orders.Values)
            {
                order.TrySetException(fault);
            }

            orders.Clear();
        }
    }
}
