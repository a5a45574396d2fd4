-- How quizzes ended, for whoever reads by SQL. The journal is the truth.
CREATE TABLE contest.quiz_results (
  quiz text COLLATE "C" NOT NULL,
  rank integer NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  user_name text NOT NULL,
  score integer NOT NULL,
  questions_answered integer NOT NULL,
  PRIMARY KEY (quiz, rank)
);

-- A quiz whose rows are all there.
CREATE TABLE contest.quiz_finals (
  quiz text COLLATE "C" PRIMARY KEY,
  title text NOT NULL,
  total_questions integer NOT NULL,
  total_participants integer NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now()
);
