namespace OrleansContest.Quizzes;

/// <summary>A participant who is connected to a gateway.</summary>
/// <param name="UserId">Who.</param>
/// <param name="ConnectionId">Names the connection; no two that ever were are called alike.</param>
public sealed record Attendee(string UserId, string ConnectionId);
