namespace OrleansContest.Channels;

/// <summary>The mailbox of one channel: everything that is asked of it goes through here, one after another.</summary>
/// <remarks>
/// An answer comes when everything it rests on is durable. All calls may end in a <see cref="ChannelUnavailableException"/>;
/// commands that find the mailbox full are refused (<see cref="Refusal.Busy"/>), queries then end in that exception.
/// </remarks>
public interface IChannelRunner<TState, TCommand>
{
    /// <summary>Decides one command.</summary>
    /// <typeparam name="TAnswer">The type of <see cref="Decision{TEvent}.Answer"/> that the rules give to this command.</typeparam>
    Task<Outcome<TAnswer>> AskAsync<TAnswer>(TCommand command)
        where TAnswer : class;

    /// <summary>Decides several commands in turn, each seeing what the earlier ones did.</summary>
    /// <returns>One outcome per command, in order.</returns>
    Task<IReadOnlyList<Outcome<TAnswer>>> AskEachAsync<TAnswer>(IReadOnlyList<TCommand> commands)
        where TAnswer : class;

    /// <summary>Reads the state. <paramref name="query"/> must copy what it gives, and change nothing.</summary>
    Task<TAnswer> QueryAsync<TAnswer>(Func<TState, TAnswer> query);

    /// <inheritdoc cref="IChannel.CatchUp"/>
    Task<CatchUp?> CatchUpAsync(Position? since);
}
