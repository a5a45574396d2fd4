namespace OrleansContest.Quizzes;

/// <summary>One quiz of the cluster. Key: the quiz's id.</summary>
[Alias("OrleansContest.IQuizGrain")]
public interface IQuizGrain : IGrainWithStringKey, IQuiz;
