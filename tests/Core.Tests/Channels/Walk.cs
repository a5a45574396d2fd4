using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

/// <summary>Does to a state what a runner does, without one.</summary>
internal static class Walk
{
    /// <summary>Decides a command and makes what it says part of the state.</summary>
    /// <returns>The state after it, what the rules said, and what spectators see of it.</returns>
    public static (TState State, Decision<TEvent> Decision, IReadOnlyList<UpdateDraft> Updates) Take<TState, TCommand, TEvent>(
        this IChannelModel<TState, TCommand, TEvent> model, TState state, TCommand command)
    {
        var decision = model.Decide(state, command);
        var updates = new List<UpdateDraft>();
        foreach (var @event in decision.Events)
        {
            state = model.Evolve(state, @event);
            updates.AddRange(model.Updates(state, @event));
        }

        return (state, decision, updates);
    }
}
