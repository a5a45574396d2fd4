namespace OrleansContest.Channels;

/// <summary>Something that waits in a runner's mailbox for its turn.</summary>
internal abstract class RunnerItem<TState, TCommand, TEvent>
{
    /// <summary>How much of the mailbox it takes: its commands.</summary>
    public abstract int Weight { get; }

    /// <summary>Takes its turn. The answer is kept back until <see cref="Complete"/>.</summary>
    /// <remarks>Throws only when the state can no longer be trusted.</remarks>
    public abstract void Serve(LiveChannel<TState, TCommand, TEvent> channel);

    /// <summary>Everything served is durable: answer.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception fault);

    /// <summary>Asks the rules or the state. What they throw is this caller's misuse or our bug: its answer, and nobody else's.</summary>
    protected bool TryAsk<TAnswer>(Func<TAnswer> ask, out TAnswer answer)
    {
        try
        {
            answer = ask();
            return true;
        }
        catch (Exception fault)
        {
            Fail(fault);
            answer = default!;
            return false;
        }
    }
}

/// <summary>Commands decided in turn, answered together.</summary>
internal sealed class CommandItem<TState, TCommand, TEvent, TAnswer>(IReadOnlyList<TCommand> commands)
    : RunnerItem<TState, TCommand, TEvent>
    where TAnswer : class
{
    private readonly Outcome<TAnswer>[] outcomes = new Outcome<TAnswer>[commands.Count];

    private readonly TaskCompletionSource<IReadOnlyList<Outcome<TAnswer>>> answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override int Weight => commands.Count;

    public Task<IReadOnlyList<Outcome<TAnswer>>> Answer => answer.Task;

    public override void Serve(LiveChannel<TState, TCommand, TEvent> channel)
    {
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (!TryAsk(() => channel.Decide(commands[i]), out var decision))
            {
                return;
            }

            outcomes[i] = decision.Refusal is { } refusal ? refusal : (TAnswer)decision.Answer!;
            channel.Accept(decision);
        }
    }

    public override void Complete() => answer.TrySetResult(outcomes);

    public override void Fail(Exception fault) => answer.TrySetException(fault);
}

/// <summary>Time has come for something, and nobody waits for an answer.</summary>
internal sealed class WakeItem<TState, TCommand, TEvent>(TimeProvider clock) : RunnerItem<TState, TCommand, TEvent>
{
    public override int Weight => 0;

    public override void Serve(LiveChannel<TState, TCommand, TEvent> channel) => channel.Wake(clock.GetUtcNow());

    public override void Complete()
    {
    }

    public override void Fail(Exception fault)
    {
    }
}

/// <summary>A question about the state.</summary>
internal sealed class QueryItem<TState, TCommand, TEvent, TAnswer>(Func<LiveChannel<TState, TCommand, TEvent>, TAnswer> query)
    : RunnerItem<TState, TCommand, TEvent>
{
    private readonly TaskCompletionSource<TAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TAnswer? found;

    public override int Weight => 1;

    public Task<TAnswer> Answer => answer.Task;

    public override void Serve(LiveChannel<TState, TCommand, TEvent> channel) => TryAsk(() => query(channel), out found!);

    public override void Complete() => answer.TrySetResult(found!);

    public override void Fail(Exception fault) => answer.TrySetException(fault);
}
