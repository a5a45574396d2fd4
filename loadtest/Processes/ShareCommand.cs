using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Processes;

/// <summary><c>share</c>: does what another process of this program says on standard input, until that is closed.</summary>
internal sealed class ShareCommand(TextReader orders, TextWriter accounts, TimeProvider clock)
{
    public const string Name = "share";

    private readonly Lock gate = new();
    private ICrew? crew;

    public static Command Create()
    {
        var command = new Command(Name, "Have a share in a run of several processes.") { Hidden = true };
        command.SetAction((_, _) => RunWithoutSignalsAsync());
        return command;
    }

    public async Task<int> RunAsync()
    {
        using var stop = new CancellationTokenSource();
        using var over = new CancellationTokenSource();
        var work = Task.CompletedTask;
        var telling = TellAsync(over.Token);
        while (await orders.ReadLineAsync(CancellationToken.None) is { } text)
        {
            var order = JsonSerializer.Deserialize(text, ProcessJson.Default.Order)!;
            if (order.Word == Order.Stop)
            {
                await stop.CancelAsync();
            }
            else
            {
                await work;
                work = ObeyAsync(order, stop.Token);
            }
        }

        await stop.CancelAsync();
        await work;
        await over.CancelAsync();
        await telling;
        await (crew?.DisposeAsync() ?? ValueTask.CompletedTask);
        return ExitCodes.Clean;
    }

    /// <summary>Ctrl-C goes to all processes of a terminal; the one that gives the orders says what is to be done.</summary>
    private static async Task<int> RunWithoutSignalsAsync()
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true);
        return await new ShareCommand(Console.In, Console.Out, TimeProvider.System).RunAsync();
    }

    private async Task ObeyAsync(Order order, CancellationToken stop)
    {
        try
        {
            crew ??= Crews.Local(order.Plan!, clock);
            await (order.Word switch
            {
                Order.Gather => crew.GatherAsync(stop),
                Order.Feed => crew.FeedAsync(order.Start, stop),
                _ => crew.SettleAsync(),
            });
            Tell(new Account(crew.Figures) { Done = order.Word });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Tell(new Account(crew!.Figures) { Done = order.Word });
        }
        catch (LoadException fault)
        {
            Tell(new Account(crew?.Figures ?? new CrewFigures()) { Fault = fault.Message });
        }
    }

    private async Task TellAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                if (crew is { } one)
                {
                    Tell(new Account(one.Figures));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more.
        }
    }

    private void Tell(Account account)
    {
        lock (gate)
        {
            accounts.WriteLine(JsonSerializer.Serialize(account, ProcessJson.Default.Account));
            accounts.Flush();
        }
    }
}
