using System.Buffers;
using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>Quizzes as a kind of channel: their rules, what participants see, and how it is all written down.</summary>
public sealed class QuizModel : IChannelModel<Quiz, QuizCommand, QuizEvent>
{
    private const string Whose = "a quiz's";

    public string SnapshotFormat => "quiz/1";

    public Quiz Initial(ChannelId channel) => new(channel.Id);

    public bool Exists(Quiz state) => state.Plan is not null;

    public Decision<QuizEvent> Decide(Quiz state, QuizCommand command) => QuizRules.Decide(state, command);

    public Quiz Evolve(Quiz state, QuizEvent @event)
    {
        state.Apply(@event);
        return state;
    }

    public IEnumerable<UpdateDraft> Updates(Quiz state, QuizEvent @event) => QuizUpdates.Of(state, @event);

    public ReadOnlyMemory<byte> Full(Quiz state, DateTimeOffset at) => QuizMessages.Full(state);

    public IReadOnlyList<Moment> Moments(Quiz state, DateTimeOffset at) => QuizUpdates.Moments(state, at);

    public DateTimeOffset? NextWake(Quiz state, DateTimeOffset at) => QuizRules.NextWake(state, at);

    public Decision<QuizEvent> Wake(Quiz state, DateTimeOffset at) => QuizRules.Wake(state, at);

    public void WriteEvents(IReadOnlyList<QuizEvent> events, IBufferWriter<byte> output) =>
        KindJson.Write(output, events, QuizJournalJson.Default.IReadOnlyListQuizEvent);

    public IReadOnlyList<QuizEvent> ReadEvents(ReadOnlyMemory<byte> record) =>
        KindJson.Read(record, QuizJournalJson.Default.IReadOnlyListQuizEvent, Whose);

    public Action<IBufferWriter<byte>> TakeSnapshot(Quiz state)
    {
        var taken = QuizSnapshot.Of(state);
        return output => KindJson.Write(output, taken, QuizJournalJson.Default.QuizSnapshot);
    }

    public Quiz ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot) =>
        KindJson.Read(snapshot, QuizJournalJson.Default.QuizSnapshot, Whose).ToQuiz(channel.Id);
}
