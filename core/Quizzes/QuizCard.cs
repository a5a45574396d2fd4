namespace OrleansContest.Quizzes;

/// <summary>What anybody may know of a quiz.</summary>
/// <param name="Id">The quiz's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is about.</param>
/// <param name="StartAt">When it starts by itself.</param>
/// <param name="EndAt">When it is meant to be over.</param>
/// <param name="Status">Where it is in its run.</param>
/// <param name="TotalQuestions">How many questions it has.</param>
/// <param name="TotalParticipants">How many have joined.</param>
public sealed record QuizCard(
    string Id,
    string Title,
    string Description,
    DateTimeOffset StartAt,
    DateTimeOffset EndAt,
    QuizStatus Status,
    int TotalQuestions,
    int TotalParticipants);
