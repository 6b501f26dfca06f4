; Writes the phone labels that the singer reads, one file a line of lyrics. In this folder:
;   festival -b make-labels.scm
; Needs the Debian packages festival, festvox-us-slt-hts, festlex-cmu and festlex-poslex.

(voice_cmu_us_slt_arctic_hts)

(define (write-labels text file)
  ; The text is spliced in by list: (Utterance Text text) would speak the word "text".
  (let ((utterance (eval (list 'Utterance 'Text text))))
    (utt.synth utterance)
    (hts_dump_feats utterance hts_feats_list file)))

(write-labels "Sunlight slips across the sill." "sunlight.lab")
(write-labels "Seven trains are standing still." "seven-trains.lab")
(write-labels "Say you'll stay a little more." "say-youll-stay.lab")
(write-labels "Put your boots back by the door." "put-your-boots.lab")
(write-labels "Moon on the bay, so low." "moon-on-the-bay.lab")
(write-labels "I fold a paper boat." "i-fold-a-paper-boat.lab")
(write-labels "See how it rows away." "see-how-it-rows.lab")
(write-labels "Over a silver sea." "over-a-silver-sea.lab")
(write-labels "Carry me home." "carry-me-home.lab")
(write-labels "Before the day is new." "before-the-day.lab")
(write-labels "Back to the bay, to you." "back-to-the-bay.lab")
(write-labels "Who." "ooh.lab")

(write-labels "Say it low in the neon rain." "say-it-low.lab")
(write-labels "See the city roll away." "see-the-city.lab")
(write-labels "Leave a light on, leave it low." "leave-a-light.lab")
(write-labels "I am a signal in the sea." "i-am-a-signal.lab")
(write-labels "Do you hear me, do you hear?" "do-you-hear.lab")
