using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <inheritdoc/>
internal sealed class EveryQuiz(IChannels channels, ILogger<EveryQuiz> logger) : EveryChannel<IQuiz>("quiz", channels, logger);
